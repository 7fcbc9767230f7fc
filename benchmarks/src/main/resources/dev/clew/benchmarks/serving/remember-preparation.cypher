// Remembers that a preparation is complete, for runs that use the store again.
// Parameters: $name
// Columns: none
MERGE (:ClewBenchmark {prepared: $name})
