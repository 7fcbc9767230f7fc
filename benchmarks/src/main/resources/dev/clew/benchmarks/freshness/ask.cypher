// The keys of what a user is recommended.
// Parameters: $u (user key), $options (map)
// Columns: itemId
CALL clew.recommend($u, $options)
YIELD itemId
RETURN itemId
