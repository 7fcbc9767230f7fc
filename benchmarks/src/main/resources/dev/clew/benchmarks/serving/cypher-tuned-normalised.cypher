// Walks that share themselves out at each node, with stored degrees and a penalty for popular items.
// Parameters: $u (user key), $beta (exponent of the penalty)
// Columns: id, score
MATCH (u:User {id: $u})-[:INTERACTED]->(i:Item)
WITH u, collect(i) AS seen
UNWIND seen AS i
WITH u, seen, i, 1.0 / i.clewBenchmarkDegree AS wi
MATCH (i)<-[:INTERACTED]-(v)
WHERE v <> u
WITH seen, v, sum(wi) AS wv
WITH seen, v, wv / v.clewBenchmarkDegree AS wv
MATCH (v)-[:INTERACTED]->(rec)
WITH seen, rec, sum(wv) AS s
WHERE NOT rec IN seen
RETURN rec.id AS id, s / (rec.clewBenchmarkDegree ^ $beta) AS score
ORDER BY score DESC, id
LIMIT 20
