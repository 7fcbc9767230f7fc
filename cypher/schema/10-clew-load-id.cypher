// Purpose: one record a load, so that a killed one goes on.
// Parameters: none
// Columns: none
CREATE CONSTRAINT clew_load_id IF NOT EXISTS FOR (l:ClewLoad) REQUIRE l.id IS UNIQUE
