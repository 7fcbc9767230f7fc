// Removes lists that an interrupted run may have left, which would count twice.
// Parameters: none
// Columns: none
MATCH (:Item)-[listed:CLEW_BENCHMARK_KNN]->(:Item)
CALL (listed) {
  DELETE listed
} IN TRANSACTIONS OF 10000 ROWS
