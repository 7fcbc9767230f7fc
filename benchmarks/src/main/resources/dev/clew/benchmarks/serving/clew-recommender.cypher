// One of Clew's recommenders by name, keys and scores only.
// Parameters: $u (user key), $recommender (name)
// Columns: itemId, score
CALL clew.recommend($u, {k: 20, recommender: $recommender})
YIELD itemId, score
RETURN itemId, score
