// Purpose: movies that nobody rated: only their attributes can bring them into a list.
// Parameters: $limit INTEGER, for example 50
// Columns: id, title, attributes INTEGER (how many they have to be found by)
MATCH (movie:Movie)
WHERE NOT EXISTS { (movie)<-[:RATED]-(:User) }
RETURN movie.id AS id, movie.title AS title,
       COUNT { (movie)--(attribute) WHERE NOT attribute:User } AS attributes
ORDER BY attributes, id
LIMIT $limit
