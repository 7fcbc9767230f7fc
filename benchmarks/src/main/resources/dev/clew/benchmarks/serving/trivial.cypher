// The least a procedure call can cost: what Bolt and the database need for one value.
// Parameters: none
// Columns: success
CALL db.ping()
YIELD success
RETURN success
