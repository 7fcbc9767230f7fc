// Makes tags findable.
// Parameters: none
// Columns: none
CREATE CONSTRAINT tag_id IF NOT EXISTS
FOR (tag:Tag) REQUIRE tag.id IS UNIQUE
