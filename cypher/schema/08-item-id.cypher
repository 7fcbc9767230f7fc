// Purpose: one node an item (triples).
// Parameters: none
// Columns: none
CREATE CONSTRAINT item_id IF NOT EXISTS FOR (n:Item) REQUIRE n.id IS UNIQUE
