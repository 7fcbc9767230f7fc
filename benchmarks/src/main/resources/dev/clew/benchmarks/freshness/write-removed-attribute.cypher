// The item to find loses its tag.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (:Item {id: $n + 1})-[tagged:BENCH_TAGGED]->()
DELETE tagged
