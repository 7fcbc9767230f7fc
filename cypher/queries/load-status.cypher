// Purpose: which data was loaded, and how far loads are that were interrupted.
// Parameters: none
// Columns: source STRING, state STRING, startedAt DATETIME, completedAt DATETIME, rejected INTEGER, committedBatches INTEGER
MATCH (load:ClewLoad)
OPTIONAL MATCH (load)-[:CLEW_HAS_LANE]->(lane:ClewLoadLane)
RETURN load.source AS source, load.state AS state, load.startedAt AS startedAt, load.completedAt AS completedAt,
       sum(lane.rejected) AS rejected, max(lane.batch) + 1 AS committedBatches
ORDER BY startedAt DESC
