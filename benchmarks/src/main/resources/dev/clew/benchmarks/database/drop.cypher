// Forgets what the loaded graph means.
// Parameters: none
// Columns: name
CALL clew.graph.drop('default')
YIELD name
RETURN name
