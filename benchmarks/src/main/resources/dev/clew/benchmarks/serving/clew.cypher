// Clew's default recommender, keys and scores only.
// Parameters: $u (user key)
// Columns: itemId, score
CALL clew.recommend($u, {k: 20})
YIELD itemId, score
RETURN itemId, score
