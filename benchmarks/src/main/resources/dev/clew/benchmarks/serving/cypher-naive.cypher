// Collaborative filtering as tutorials write it: one pattern, paths counted.
// Parameters: $u (user key)
// Columns: id, score
MATCH (u:User {id: $u})-[:INTERACTED]->(i)<-[:INTERACTED]-(v)-[:INTERACTED]->(rec)
WHERE NOT EXISTS { (u)-[:INTERACTED]->(rec) }
RETURN rec.id AS id, count(*) AS score
ORDER BY score DESC, id
LIMIT 20
