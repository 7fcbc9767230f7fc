// Clew's default recommender with one sentence for each item.
// Parameters: $u (user key)
// Columns: itemId, score, reason
CALL clew.recommend($u, {k: 20, explain: 'short'})
YIELD itemId, score, reason
RETURN itemId, score, reason
