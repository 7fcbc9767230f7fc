// An item that was not there, with the tag of the asker's item.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (tag:BenchTag {name: toString($n)})
CREATE (:Item {id: $n + 1})-[:BENCH_TAGGED]->(tag)
