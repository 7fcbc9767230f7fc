// Purpose: lists what is popular now.
// Parameters: options (map), nameProperty (the declared name of items).
// Columns: rank, itemId, name, score, reason, contributions, answer. No node leaves the database, only its declared properties.
CALL clew.trending($options) YIELD rank, itemId, item, score, reason, contributions, answer
RETURN rank, itemId, item[$nameProperty] AS name, score, reason,
       [c IN contributions | c {.kind, .contribution, .share, .text}] AS contributions, answer
ORDER BY rank
