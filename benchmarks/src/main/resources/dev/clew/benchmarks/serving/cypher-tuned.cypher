// The same counts as cypher-naive, summed up for each other user before their items are visited.
// Parameters: $u (user key)
// Columns: id, score
MATCH (u:User {id: $u})-[:INTERACTED]->(i:Item)
WITH u, collect(i) AS seen
UNWIND seen AS i
MATCH (i)<-[:INTERACTED]-(v)
WHERE v <> u
WITH u, seen, v, count(*) AS w
MATCH (v)-[:INTERACTED]->(rec)
WITH seen, rec, sum(w) AS score
WHERE NOT rec IN seen
RETURN rec.id AS id, score
ORDER BY score DESC, id
LIMIT 20
