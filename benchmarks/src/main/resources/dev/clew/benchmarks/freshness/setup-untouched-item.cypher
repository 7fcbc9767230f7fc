// Two users who share an item, and an item that nobody knows.
// Parameters: $n (first of ten keys)
// Columns: none
CREATE (:User {id: $n})-[:INTERACTED]->(:Item {id: $n})<-[:INTERACTED]-(:User {id: $n + 1})
CREATE (:Item {id: $n + 1})
