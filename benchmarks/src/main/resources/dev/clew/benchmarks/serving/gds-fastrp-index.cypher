// The items whose FastRP vectors are nearest to the user's, from a vector index.
// Parameters: $u (user key), $candidates (how many to take before seen items go)
// Columns: id, score
MATCH (u:User {id: $u})
CALL db.index.vector.queryNodes('clew_benchmark_items', $candidates, u.clewBenchmarkVector)
YIELD node, score
WITH u, node, score
WHERE NOT EXISTS { (u)-[:INTERACTED]->(node) }
RETURN node.id AS id, score
ORDER BY score DESC
LIMIT 20
