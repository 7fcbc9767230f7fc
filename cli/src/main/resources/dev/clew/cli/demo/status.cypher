// How the snapshot of a graph is; no row if the graph is not declared.
// Parameters: $graph (name)
// Columns: state, users, items, interactions, bytes, buildMillis, message
CALL clew.graph.list()
YIELD name, state, users, items, interactions, bytes, buildMillis, message
WHERE name = $graph
RETURN state, users, items, interactions, bytes, buildMillis, message
