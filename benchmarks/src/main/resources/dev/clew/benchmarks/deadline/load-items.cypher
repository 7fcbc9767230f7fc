// Items, each with a tag.
// Parameters: $items, $tags
// Columns: none
UNWIND range(0, $items - 1) AS n
CALL (n) {
  MATCH (tag:Tag {id: n % $tags})
  CREATE (:Item {id: n})-[:TAGGED]->(tag)
} IN TRANSACTIONS OF 50000 ROWS
