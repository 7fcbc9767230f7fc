// One interaction in a transaction of its own.
// Parameters: $u (user key), $i (item key)
// Columns: none
MATCH (user:User {id: $u}), (item:Item {id: $i})
CREATE (user)-[:INTERACTED]->(item)
