// Purpose: why an item is recommended to a user, as paths that Browser draws. Needs the plugin.
// Parameters: $user the user's id; $item the item's id
// Columns: rank INTEGER, kind STRING, contribution FLOAT, share FLOAT, text STRING, path PATH
CALL clew.explain($user, $item, {}) YIELD rank, kind, contribution, share, path, text
RETURN rank, kind, contribution, share, text, path
ORDER BY rank
