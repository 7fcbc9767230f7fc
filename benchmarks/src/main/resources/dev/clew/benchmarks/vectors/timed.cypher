// Runs a statement where no network comes between it and the clock.
// Parameters: $statement (text), $parameters (map)
// Columns: nanos
CALL benchmark.timed($statement, $parameters)
YIELD nanos
RETURN nanos
