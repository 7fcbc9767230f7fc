// Writes a FastRP vector to each user and item.
// Parameters: none
// Columns: nodePropertiesWritten
CALL gds.fastRP.write('clew-benchmark', {
  embeddingDimension: 128, randomSeed: 42, concurrency: 1, writeProperty: 'clewBenchmarkVector'
})
YIELD nodePropertiesWritten
RETURN nodePropertiesWritten
