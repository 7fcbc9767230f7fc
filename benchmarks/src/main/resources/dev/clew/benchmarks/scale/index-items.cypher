// Lets items be found by their number.
// Parameters: none
// Columns: none
CREATE INDEX bench_item IF NOT EXISTS FOR (item:BenchItem) ON (item.id)
