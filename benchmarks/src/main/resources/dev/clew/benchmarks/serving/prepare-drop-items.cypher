// Frees the projection of items.
// Parameters: none
// Columns: graphName
CALL gds.graph.drop('clew-benchmark-items', false)
YIELD graphName
RETURN graphName
