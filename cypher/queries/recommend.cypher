// Purpose: recommendations for a user, each with the sentence that says why. Needs the plugin.
// Parameters: $user the user's id; $k INTEGER, for example 10
// Columns: rank INTEGER, id, title, score FLOAT, reason STRING
CALL clew.recommend($user, {k: $k, explain: 'short'}) YIELD rank, itemId, item, score, reason
RETURN rank, itemId AS id, item.title AS title, score, reason
ORDER BY rank
