// A chain: asker, item, other user, item to find, third user, item behind it.
// Parameters: $n (first of ten keys)
// Columns: none
CREATE (:User {id: $n})-[:INTERACTED]->(:Item {id: $n})<-[:INTERACTED]-(:User {id: $n + 1})
  -[:INTERACTED]->(:Item {id: $n + 1})<-[:INTERACTED]-(:User {id: $n + 2})-[:INTERACTED]->(:Item {id: $n + 2})
