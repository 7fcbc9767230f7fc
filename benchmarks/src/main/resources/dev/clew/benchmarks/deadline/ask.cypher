// Asks inside the database's process and says how long the answer took there.
// Parameters: $statement, $parameters
// Columns: rows, error, nanos, collections, collectionMillis
CALL benchmark.timed($statement, $parameters)
YIELD rows, error, nanos, collections, collectionMillis
RETURN rows, error, nanos, collections, collectionMillis
