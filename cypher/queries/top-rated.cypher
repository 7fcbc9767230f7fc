// Purpose: movies with the best mean rating, among those rated often enough for a mean to say something.
// Parameters: $minRatings INTEGER, for example 50; $limit INTEGER, for example 20
// Columns: id, title, year, ratings INTEGER, meanRating FLOAT
MATCH (movie:Movie)<-[rated:RATED]-(:User)
WITH movie, count(rated) AS ratings, avg(rated.rating) AS meanRating
WHERE ratings >= $minRatings
RETURN movie.id AS id, movie.title AS title, movie.year AS year, ratings, round(meanRating, 2) AS meanRating
ORDER BY meanRating DESC, ratings DESC, id
LIMIT $limit
