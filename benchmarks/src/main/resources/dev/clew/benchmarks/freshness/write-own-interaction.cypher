// The asker takes the item that was found.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (user:User {id: $n}), (item:Item {id: $n + 1})
CREATE (user)-[:INTERACTED]->(item)
