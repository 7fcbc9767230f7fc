// The version of Neo4j.
// Parameters: none
// Columns: version
CALL dbms.components()
YIELD name, versions
WITH *
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version
