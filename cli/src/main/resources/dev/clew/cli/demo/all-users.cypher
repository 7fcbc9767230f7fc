// The keys of all users, to draw some at random.
// Parameters: none
// Columns: id
MATCH (user:User)
RETURN user.id AS id
ORDER BY id
