// Brings the snapshot up to what was committed without Clew.
// Parameters: none
// Columns: clean
CALL clew.graph.verify('default')
YIELD clean
RETURN clean
