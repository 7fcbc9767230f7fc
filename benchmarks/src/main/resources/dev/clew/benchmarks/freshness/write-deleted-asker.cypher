// The asker goes.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (user:User {id: $n})
DETACH DELETE user
