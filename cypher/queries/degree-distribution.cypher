// Purpose: how ratings spread over users: the long tail, in powers of two.
// Parameters: none
// Columns: fromRatings INTEGER, toRatings INTEGER, users INTEGER
MATCH (user:User)
WITH COUNT { (user)-[:RATED]->() } AS ratings
WITH CASE WHEN ratings = 0 THEN -1 ELSE toInteger(floor(log(ratings) / log(2) + 1e-9)) END AS bucket, count(*) AS users
RETURN CASE WHEN bucket < 0 THEN 0 ELSE toInteger(2 ^ bucket) END AS fromRatings,
       CASE WHEN bucket < 0 THEN 0 ELSE toInteger(2 ^ (bucket + 1)) - 1 END AS toRatings, users
ORDER BY fromRatings
