// Makes a stored model live.
// Parameters: $version (integer)
// Columns: version
CALL clew.model.publish($version)
YIELD version
RETURN version
