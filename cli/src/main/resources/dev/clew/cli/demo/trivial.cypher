// The least a call can cost: what Bolt and the database need for one row.
// Parameters: none
// Columns: one
RETURN 1 AS one
