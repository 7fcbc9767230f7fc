// The score of one item for one user, whatever its rank.
// Parameters: $user (key), $item (key), $recommender (text)
// Columns: score
CALL clew.explain($user, $item, {recommender: $recommender, maxPaths: 10000})
YIELD contribution
RETURN sum(contribution) AS score
