// The first users, by key, who have done enough to be recommended something.
// Parameters: $least (fewest relationships), $limit
// Columns: id, name (null if the data has none)
MATCH (user:User)
WHERE COUNT { (user)--() } >= $least
RETURN user.id AS id, user.name AS name
ORDER BY id
LIMIT $limit
