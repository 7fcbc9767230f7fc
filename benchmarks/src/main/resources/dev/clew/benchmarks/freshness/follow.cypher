// Says whether Clew follows commits; only for timing commits.
// Parameters: $follow
// Columns: listeners
CALL benchmark.follow($follow)
YIELD listeners
RETURN listeners
