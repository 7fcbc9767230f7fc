// Tags.
// Parameters: $tags
// Columns: none
UNWIND range(0, $tags - 1) AS n
CREATE (:Tag {id: n})
