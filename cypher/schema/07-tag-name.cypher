// Purpose: one node a tag, in lower case (MovieLens).
// Parameters: none
// Columns: none
CREATE CONSTRAINT tag_name IF NOT EXISTS FOR (n:Tag) REQUIRE n.name IS UNIQUE
