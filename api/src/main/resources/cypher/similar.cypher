// Purpose: lists the items most similar to an item.
// Parameters: item (key), options (map), nameProperty (the declared name of items).
// Columns: rank, itemId, name, score, reason, contributions, answer. No node leaves the database, only its declared properties.
CALL clew.similar($item, $options) YIELD rank, itemId, item, score, reason, contributions, answer
RETURN rank, itemId, item[$nameProperty] AS name, score, reason,
       [c IN contributions | c {.kind, .contribution, .share, .text}] AS contributions, answer
ORDER BY rank
