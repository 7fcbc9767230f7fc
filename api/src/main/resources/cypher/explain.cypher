// Purpose: tells why an item is recommended to a user, with paths reduced to what the declaration names.
// Parameters: user (key as text), item (key), options (map),
//   userNode {label, key, name}, otherNodes [{label, key, name}]: labels of the declaration and their key and name properties.
// Columns: rank, kind, contribution, share, text, nodes [{label, key?, name?}], relationships [{type, forward}].
//   A user other than the asking one is only {label}: no key, no name. nodes and relationships are null where there is no path.
CALL clew.explain($user, $item, $options) YIELD rank, kind, contribution, share, path, text
RETURN rank, kind, contribution, share, text,
       CASE WHEN path IS NOT NULL THEN
         [n IN nodes(path) |
           CASE
             WHEN $userNode.label IN labels(n) THEN
               CASE WHEN toString(n[$userNode.key]) = $user
                 THEN {label: $userNode.label, key: n[$userNode.key], name: n[$userNode.name]}
                 ELSE {label: $userNode.label}
               END
             ELSE coalesce(
               head([d IN $otherNodes WHERE d.label IN labels(n) | {label: d.label, key: n[d.key], name: n[d.name]}]),
               {label: head(labels(n))})
           END]
       END AS nodes,
       CASE WHEN path IS NOT NULL THEN
         [i IN range(0, length(path) - 1) |
           {type: type(relationships(path)[i]), forward: startNode(relationships(path)[i]) = nodes(path)[i]}]
       END AS relationships
ORDER BY rank
