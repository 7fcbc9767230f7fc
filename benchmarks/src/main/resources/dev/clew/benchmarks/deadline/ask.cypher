// Asks inside the database's process and says how long the answer took there.
// Parameters: $statement, $parameters
// Columns: rows, error, begin, nanos
CALL benchmark.timed($statement, $parameters)
YIELD rows, error, begin, nanos
RETURN rows, error, begin, nanos
