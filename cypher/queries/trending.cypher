// Purpose: what is popular now. Needs the plugin.
// Parameters: $k INTEGER, for example 10
// Columns: rank INTEGER, id, title, score FLOAT
CALL clew.trending({k: $k}) YIELD rank, itemId, item, score
RETURN rank, itemId AS id, item.title AS title, score
ORDER BY rank
