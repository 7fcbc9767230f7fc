// Declares what a loaded graph means.
// Parameters: $graph (name), $declaration (map)
// Columns: name
CALL clew.graph.declare($graph, $declaration)
YIELD name
RETURN name
