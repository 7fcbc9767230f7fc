// Personalised PageRank of Graph Data Science; nodes are looked up for the best 3,000 only.
// Parameters: $u (user key), $damping, $concurrency
// Columns: id, score
MATCH (u:User {id: $u})
CALL gds.pageRank.stream('clew-benchmark', {
  sourceNodes: [u], maxIterations: 20, dampingFactor: $damping, concurrency: $concurrency
})
YIELD nodeId, score
WITH u, nodeId, score
WHERE score > 0
WITH u, nodeId, score
ORDER BY score DESC
LIMIT 3000
WITH u, gds.util.asNode(nodeId) AS n, score
WHERE n:Item AND NOT EXISTS { (u)-[:INTERACTED]->(n) }
RETURN n.id AS id, score
ORDER BY score DESC, id
LIMIT 20
