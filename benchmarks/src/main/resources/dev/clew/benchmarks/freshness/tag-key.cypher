// Makes tags found by name.
// Parameters: none
// Columns: none
CREATE CONSTRAINT bench_tag_name IF NOT EXISTS
FOR (tag:BenchTag) REQUIRE tag.name IS UNIQUE
