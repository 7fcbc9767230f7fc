// Writes to each item the 50 items that share most users with it.
// Parameters: $buildConcurrency
// Columns: relationshipsWritten
CALL gds.nodeSimilarity.write('clew-benchmark-items', {
  topK: 50, similarityMetric: 'COSINE', similarityCutoff: 0.0, concurrency: $buildConcurrency,
  writeRelationshipType: 'CLEW_BENCHMARK_SIMILAR', writeProperty: 'score'
})
YIELD relationshipsWritten
RETURN relationshipsWritten
