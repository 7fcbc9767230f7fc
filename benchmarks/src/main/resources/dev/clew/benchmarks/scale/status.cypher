// How the snapshot is.
// Parameters: none
// Columns: state, interactions, bytes, buildMillis, message
CALL clew.graph.status('bench') YIELD state, interactions, bytes, buildMillis, message
RETURN state, interactions, bytes, buildMillis, message
