// Purpose: finds movies by title.
// Parameters: none
// Columns: none
CREATE INDEX movie_title IF NOT EXISTS FOR (n:Movie) ON (n.title)
