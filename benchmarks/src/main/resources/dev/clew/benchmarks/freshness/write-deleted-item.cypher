// The item goes, with all that was done with it.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (item:Item {id: $n + 1})
DETACH DELETE item
