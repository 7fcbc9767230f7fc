// Purpose: one record for each writer of a load, holding its last committed batch.
// Parameters: none
// Columns: none
CREATE CONSTRAINT clew_load_lane_id IF NOT EXISTS FOR (l:ClewLoadLane) REQUIRE l.id IS UNIQUE
