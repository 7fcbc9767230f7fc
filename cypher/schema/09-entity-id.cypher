// Purpose: one node an entity that is not an item (triples).
// Parameters: none
// Columns: none
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE
