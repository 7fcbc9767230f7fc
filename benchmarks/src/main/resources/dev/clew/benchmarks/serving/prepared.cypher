// The preparations that earlier runs completed in this store.
// Parameters: none
// Columns: name
MATCH (preparation:ClewBenchmark)
RETURN preparation.prepared AS name
