// The user goes through whom the item was found.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (user:User {id: $n + 1})
DETACH DELETE user
