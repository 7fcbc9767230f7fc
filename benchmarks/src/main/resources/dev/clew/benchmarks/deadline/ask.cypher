// Asks inside the database's process and says how long the answer took there.
// Parameters: $statement, $parameters
// Columns: rows, nanos, collections, collectionMillis
CALL benchmark.timed($statement, $parameters)
YIELD rows, nanos, collections, collectionMillis
RETURN rows, nanos, collections, collectionMillis
