// Purpose: what two movies have in common: genres, people, countries, tags. Browser draws the paths.
// Parameters: $first the id of a movie; $second the id of another
// Columns: kind STRING (relationship type), attribute STRING, path PATH
MATCH path = (:Movie {id: $first})-[toFirst]-(attribute)-[toSecond]-(:Movie {id: $second})
WHERE NOT attribute:User AND type(toFirst) = type(toSecond)
RETURN type(toFirst) AS kind, attribute.name AS attribute, path
ORDER BY kind, attribute
