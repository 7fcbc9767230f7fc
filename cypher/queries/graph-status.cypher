// Purpose: the declared graphs, whether they are ready, and what they weigh. Needs the plugin.
// Parameters: none
// Columns: name, state STRING, users, items, attributes, interactions, links INTEGER, megabytes FLOAT, buildMillis INTEGER, message STRING
CALL clew.graph.list()
YIELD name, state, users, items, attributes, interactions, links, bytes, buildMillis, message
RETURN name, state, users, items, attributes, interactions, links, round(bytes / 1e6, 1) AS megabytes, buildMillis, message
ORDER BY name
