// The other user is the first to take an item.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (user:User {id: $n + 1}), (item:Item {id: $n + 1})
CREATE (user)-[:INTERACTED]->(item)
