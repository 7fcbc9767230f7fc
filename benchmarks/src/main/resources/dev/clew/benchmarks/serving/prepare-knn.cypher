// Writes to each item the 50 items with the nearest vectors.
// Parameters: $buildConcurrency
// Columns: relationshipsWritten
CALL gds.knn.write('clew-benchmark-items', {
  nodeProperties: ['clewBenchmarkVector'], topK: 50, concurrency: $buildConcurrency,
  writeRelationshipType: 'CLEW_BENCHMARK_KNN', writeProperty: 'score'
})
YIELD relationshipsWritten
RETURN relationshipsWritten
