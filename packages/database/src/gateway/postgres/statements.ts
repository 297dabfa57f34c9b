const CURSOR_PAGE = 'SELECT cursorPage, continuation, persistConnection, cursorId FROM documentdb_api'

/**
 * The statement behind each command. Unless said otherwise $1 is the database name and $2 the command's BSON bytes;
 * fields of the command that belong to the protocol ($db, lsid, txnNumber) are ignored by the extension.
 */
export const STATEMENTS = {
  /** $3: the statements as a document sequence, or null when they stand in the command. */
  insert: 'SELECT p_result, p_success FROM documentdb_api.insert($1, $2, $3, NULL)',
  update: 'SELECT p_result, p_success FROM documentdb_api.update($1, $2, $3, NULL)',
  delete: 'SELECT p_result, p_success FROM documentdb_api.delete($1, $2, $3, NULL)',
  findAndModify: 'SELECT p_result, p_success FROM documentdb_api.find_and_modify($1, $2, NULL)',
  find: `${CURSOR_PAGE}.find_cursor_first_page($1, $2)`,
  aggregate: `${CURSOR_PAGE}.aggregate_cursor_first_page($1, $2)`,
  listCollections: `${CURSOR_PAGE}.list_collections_cursor_first_page($1, $2)`,
  listIndexes: `${CURSOR_PAGE}.list_indexes_cursor_first_page($1, $2)`,
  /** $3: the continuation of the page before. */
  getMore: 'SELECT cursorPage, continuation FROM documentdb_api.cursor_get_more($1, $2, $3)',
  /** $1: the cursor id. */
  killCursor: 'SELECT documentdb_api_internal.delete_cursors(ARRAY[$1::bigint])',
  count: 'SELECT document FROM documentdb_api.count_query($1, $2)',
  distinct: 'SELECT document FROM documentdb_api.distinct_query($1, $2)',
  validate: 'SELECT documentdb_api.validate($1, $2)',
  create: 'SELECT documentdb_api.create_collection_view($1, $2)',
  /** $2: the collection name. */
  createCollection: 'SELECT documentdb_api.create_collection($1, $2)',
  createIndexes: 'SELECT documentdb_api_internal.create_indexes_non_concurrently($1, $2, true)',
  dropIndexes: 'SELECT documentdb_api_internal.drop_indexes_non_concurrently($1, $2)',
  /** $2: the collection name. */
  drop: 'SELECT documentdb_api.drop_collection($1, $2)',
  dropDatabase: 'SELECT documentdb_api.drop_database($1)',
  /** $2: the collection name, $3: the command. */
  collMod: 'SELECT documentdb_api.coll_mod($1, $2, $3)',
  /** $2: from, $3: to, $4: whether an existing target is dropped. */
  renameCollection: 'SELECT documentdb_api.rename_collection($1, $2, $3, $4)',
  /** $1: the command. */
  listDatabases: 'SELECT documentdb_api.list_databases($1)',
  /** $2: the collection name, $3: the scale. */
  collStats: 'SELECT documentdb_api.coll_stats($1, $2, $3)',
  /** $2: the scale. */
  dbStats: 'SELECT documentdb_api.db_stats($1, $2, false)',
  /** $1: the command. */
  currentOp: 'SELECT documentdb_api.current_op_command($1)',
  /** $1: the number in an index's table name. */
  indexName: 'SELECT (index_spec).index_name FROM documentdb_api_catalog.collection_indexes WHERE index_id = $1',
  deleteExpired: 'CALL documentdb_api_internal.delete_expired_rows()',
} as const

export type StatementName = keyof typeof STATEMENTS
