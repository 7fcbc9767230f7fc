// A user, their item, its tag, and another item with that tag.
// Parameters: $n (first of ten keys)
// Columns: none
CREATE (:User {id: $n})-[:INTERACTED]->(:Item {id: $n})-[:BENCH_TAGGED]->(:BenchTag {name: toString($n)})
  <-[:BENCH_TAGGED]-(:Item {id: $n + 1})
