// A user, their item and its tag.
// Parameters: $n (first of ten keys)
// Columns: none
CREATE (:User {id: $n})-[:INTERACTED]->(:Item {id: $n})-[:BENCH_TAGGED]->(:BenchTag {name: toString($n)})
