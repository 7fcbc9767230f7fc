// Declares what the loaded graph means.
// Parameters: $declaration (map)
// Columns: name
CALL clew.graph.declare('default', $declaration)
YIELD name
RETURN name
