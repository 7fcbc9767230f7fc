// Twenty items with all that was asked for about them.
// Parameters: $user, $options
// Columns: itemId, score, reason, contributions, stoppedBy
CALL clew.recommend($user, $options)
YIELD itemId, score, reason, contributions, answer
RETURN itemId, score, reason, contributions, answer.stoppedBy AS stoppedBy
