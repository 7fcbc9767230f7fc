// Purpose: what a user rated, latest first.
// Parameters: $user the user's id; $limit INTEGER, for example 50
// Columns: at DATETIME, id, title, year, rating FLOAT, reading STRING (liked, seen or disliked, as the default declaration reads it)
MATCH (:User {id: $user})-[rated:RATED]->(movie:Movie)
RETURN datetime({epochMillis: rated.timestamp}) AS at, movie.id AS id, movie.title AS title, movie.year AS year,
       rated.rating AS rating,
       CASE WHEN rated.rating >= 3.5 THEN 'liked' WHEN rated.rating <= 2.0 THEN 'disliked' ELSE 'seen' END AS reading
ORDER BY rated.timestamp DESC, id
LIMIT $limit
