// The recommenders that are installed.
// Parameters: none
// Columns: name ("recommender 'meta-path'")
CALL clew.help('recommender')
YIELD name
WITH name
WHERE name STARTS WITH "recommender '"
RETURN name
