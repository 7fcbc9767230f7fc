// The giant user, and as many others as they have liked items.
// Parameters: $degree
// Columns: none
UNWIND range(0, $degree) AS n
CALL (n) {
  CREATE (:User {id: n})
} IN TRANSACTIONS OF 50000 ROWS
