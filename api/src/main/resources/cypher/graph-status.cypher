// Purpose: tells for each declared graph whether it can be asked.
// Parameters: none.
// Columns: name, state ('building', 'ready', 'stale' or 'failed'), message (null if there is nothing to say).
CALL clew.graph.list() YIELD name, state, message
RETURN name, state, message
ORDER BY name
