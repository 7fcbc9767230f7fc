// Indexes the items' vectors.
// Parameters: none
// Columns: none
CREATE VECTOR INDEX clew_benchmark_items IF NOT EXISTS
FOR (n:Item) ON n.clewBenchmarkVector
OPTIONS {indexConfig: {`vector.dimensions`: 128, `vector.similarity_function`: 'cosine'}}
