// Purpose: one node a genre (sample and MovieLens).
// Parameters: none
// Columns: none
CREATE CONSTRAINT genre_name IF NOT EXISTS FOR (n:Genre) REQUIRE n.name IS UNIQUE
