// Purpose: one node a director or actor (sample).
// Parameters: none
// Columns: none
CREATE CONSTRAINT person_name IF NOT EXISTS FOR (n:Person) REQUIRE n.name IS UNIQUE
