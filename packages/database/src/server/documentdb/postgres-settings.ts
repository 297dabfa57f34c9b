/**
 * PostgreSQL's settings, given at each start. Those of the extension decide between usable and a hundred times too slow.
 * @param socketFolder the only way in: no TCP
 */
export function postgresSettings(socketFolder: string): Readonly<Record<string, string>> {
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb,pg_documentdb_extended_rum',
    // Only this index type can give an order: else sort and limit read every match. Must not change on existing data.
    'documentdb.alternate_index_handler_name': 'extended_rum',
    // Else an equality is estimated to match half of the documents.
    'documentdb.enablePlannerStatisticsNewCollections': 'on',
    // A table that was never analyzed is read through _id, whatever index would fit: cured within a second or two.
    autovacuum_naptime: '1s',
    autovacuum_analyze_scale_factor: '0.05',
    autovacuum_vacuum_cost_delay: '0',
    // Else a deadlock in a transaction comes back as a write error, and drivers do not run the transaction again.
    'documentdb.throwDeadlockOnCRUD': 'on',
    // Some functions connect back by themselves, by default over TCP.
    'documentdb.localhost_connection_string': `host=${socketFolder}`,
    // Else a cursor whose plan changes between two pages, as a first ANALYZE makes it, begins again from the start.
    'documentdb.enablePrimaryKeyCursorScan': 'off',
    'documentdb_core.enableCollation': 'on',
    'cron.database_name': 'postgres',
    // The gateway builds indexes in the foreground and removes expired documents itself.
    'cron.launch_active_jobs': 'off',
    'cron.use_background_workers': 'on',
    timezone: 'UTC',
    jit: 'off',
    random_page_cost: '1.1',
    work_mem: '32MB',
    shared_buffers: '256MB',
    max_connections: '60',
    max_wal_size: '1GB',
    max_worker_processes: '12',
    wal_compression: 'on',
    deadlock_timeout: '200ms',
  }
}
