// Stored lists of similar items, by FastRP vectors, summed over the user's items.
// Parameters: $u (user key)
// Columns: id, score
MATCH (u:User {id: $u})-[:INTERACTED]->(i)-[s:CLEW_BENCHMARK_KNN]->(rec)
WHERE NOT EXISTS { (u)-[:INTERACTED]->(rec) }
RETURN rec.id AS id, sum(s.score) AS score
ORDER BY score DESC, id
LIMIT 20
