// Runs a statement where no network comes between it and the clock.
// Parameters: $statement (text), $parameters (map)
// Columns: nanos, error (what the statement failed with; null if it did not)
CALL benchmark.timed($statement, $parameters)
YIELD nanos, error
RETURN nanos, error
