// Keys and scores of recommendations for a user: what an application that knows its items asks for.
// Parameters: $user (key), $k (how many)
// Columns: itemId, score
CALL clew.recommend($user, {k: $k})
YIELD itemId, score
RETURN itemId, score
