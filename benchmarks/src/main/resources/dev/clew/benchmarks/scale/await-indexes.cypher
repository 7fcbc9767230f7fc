// Waits until items can be found by their number.
// Parameters: none
// Columns: none
CALL db.awaitIndexes(300)
