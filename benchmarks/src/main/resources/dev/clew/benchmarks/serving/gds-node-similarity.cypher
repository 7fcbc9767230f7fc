// Stored lists of similar items, by shared users, summed over the user's items.
// Parameters: $u (user key)
// Columns: id, score
MATCH (u:User {id: $u})-[:INTERACTED]->(i)-[s:CLEW_BENCHMARK_SIMILAR]->(rec)
WHERE NOT EXISTS { (u)-[:INTERACTED]->(rec) }
RETURN rec.id AS id, sum(s.score) AS score
ORDER BY score DESC, id
LIMIT 20
