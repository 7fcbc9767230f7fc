// Makes items numbered from 0.
// Parameters: count
// Columns: none
UNWIND range(0, $count - 1) AS id
CALL (id) { CREATE (:BenchItem {id: id}) } IN TRANSACTIONS OF 20000 ROWS
