// Purpose: one node a movie (sample and MovieLens); looks movies up by id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT movie_id IF NOT EXISTS FOR (n:Movie) REQUIRE n.id IS UNIQUE
