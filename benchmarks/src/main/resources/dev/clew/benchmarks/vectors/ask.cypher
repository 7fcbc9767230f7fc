// The list for one user.
// Parameters: $user (key), $options (map)
// Columns: itemId, score, version (of the model that answered; null if none did)
CALL clew.recommend($user, $options)
YIELD itemId, score, answer
RETURN itemId, score, answer.modelVersion AS version
