// Makes users findable.
// Parameters: none
// Columns: none
CREATE CONSTRAINT user_id IF NOT EXISTS
FOR (user:User) REQUIRE user.id IS UNIQUE
