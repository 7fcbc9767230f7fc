// Projects interactions from item to user, as node similarity of items needs them.
// Parameters: none
// Columns: nodeCount
CALL gds.graph.project('clew-benchmark-items', ['Item', 'User'], {INTERACTED: {orientation: 'REVERSE'}})
YIELD nodeCount
RETURN nodeCount
