// Projects the items and their vectors.
// Parameters: none
// Columns: nodeCount
CALL gds.graph.project('clew-benchmark-items', {Item: {properties: ['clewBenchmarkVector']}}, '*')
YIELD nodeCount
RETURN nodeCount
