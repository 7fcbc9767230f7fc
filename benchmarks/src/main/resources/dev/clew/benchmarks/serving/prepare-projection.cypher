// Projects users and items into memory for Graph Data Science; lost when the server stops.
// Parameters: none
// Columns: nodeCount, relationshipCount
CALL gds.graph.project('clew-benchmark', ['User', 'Item'], {INTERACTED: {orientation: 'UNDIRECTED'}})
YIELD nodeCount, relationshipCount
RETURN nodeCount, relationshipCount
