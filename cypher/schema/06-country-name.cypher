// Purpose: one node a country (sample).
// Parameters: none
// Columns: none
CREATE CONSTRAINT country_name IF NOT EXISTS FOR (n:Country) REQUIRE n.name IS UNIQUE
