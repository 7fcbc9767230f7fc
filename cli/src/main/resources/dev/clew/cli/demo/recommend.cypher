// Recommendations for a user with one sentence each that says why.
// Parameters: $user (key), $k (how many)
// Columns: rank, itemId, name, score, reason
CALL clew.recommend($user, {k: $k, explain: 'short'})
YIELD rank, itemId, item, score, reason
RETURN rank, itemId, coalesce(item.title, item.name) AS name, score, reason
ORDER BY rank
