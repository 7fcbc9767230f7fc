// Purpose: one node a user; looks users up by id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT user_id IF NOT EXISTS FOR (n:User) REQUIRE n.id IS UNIQUE
