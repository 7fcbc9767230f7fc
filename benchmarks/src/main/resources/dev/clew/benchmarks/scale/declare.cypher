// Declares the graph of users and items.
// Parameters: none
// Columns: state
CALL clew.graph.declare('bench', {
  user: {label: 'BenchUser', key: 'id'},
  item: {label: 'BenchItem', key: 'id'},
  interactions: [{type: 'BENCH_LIKED', weight: 'stars', time: 'at'}]}) YIELD state
RETURN state
