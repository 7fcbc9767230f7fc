// Gives each user interactions with items, of which those with small numbers are drawn more often.
// Parameters: perUser, items
// Columns: none
MATCH (user:BenchUser)
CALL (user) {
  UNWIND range(1, $perUser) AS i
  WITH user, toInteger(rand() * rand() * $items) AS id
  MATCH (item:BenchItem {id: id})
  CREATE (user)-[:BENCH_LIKED {stars: 0.5 * (1 + toInteger(rand() * 10)), at: 1600000000000 + 1000 * toInteger(rand() * 100000000)}]->(item)
} IN TRANSACTIONS OF 500 ROWS
