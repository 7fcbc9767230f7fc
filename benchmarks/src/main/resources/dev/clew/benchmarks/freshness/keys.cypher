// Some users and items of the data, paired as they come.
// Parameters: $count
// Columns: user, item
MATCH (user:User)-[:INTERACTED]->(item:Item)
RETURN user.id AS user, item.id AS item
LIMIT $count
