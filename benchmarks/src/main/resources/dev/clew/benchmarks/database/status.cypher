// How the snapshot of the graph is; no row if it is not declared.
// Parameters: none
// Columns: state, buildMillis, message
CALL clew.graph.list()
YIELD name, state, buildMillis, message
WITH *
WHERE name = 'default'
RETURN state, buildMillis, message
