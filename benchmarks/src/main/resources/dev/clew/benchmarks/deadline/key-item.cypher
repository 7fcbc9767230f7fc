// Makes items findable.
// Parameters: none
// Columns: none
CREATE CONSTRAINT item_id IF NOT EXISTS
FOR (item:Item) REQUIRE item.id IS UNIQUE
