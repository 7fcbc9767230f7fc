// Purpose: recommends items to a user, or to a visitor whose interactions are among the options.
// Parameters: user (key, or null for a visitor), options (map), nameProperty (the declared name of items).
// Columns: rank, itemId, name, score, reason, contributions, answer. No node leaves the database, only its declared properties.
CALL clew.recommend($user, $options) YIELD rank, itemId, item, score, reason, contributions, answer
RETURN rank, itemId, item[$nameProperty] AS name, score, reason,
       [c IN contributions | c {.kind, .contribution, .share, .text}] AS contributions, answer
ORDER BY rank
