// Purpose: items that are like an item. Needs the plugin.
// Parameters: $item the item's id; $k INTEGER, for example 10
// Columns: rank INTEGER, id, title, score FLOAT, reason STRING
CALL clew.similar($item, {k: $k, explain: 'short'}) YIELD rank, itemId, item, score, reason
RETURN rank, itemId AS id, item.title AS title, score, reason
ORDER BY rank
