import pg from 'pg'

const EXTENSIONS = ['documentdb', 'documentdb_extended_rum']

/**
 * Makes the extension in a new data folder, and brings that of an older package up to the one that runs.
 * @param host the folder of PostgreSQL's socket
 */
export async function installExtension(host: string): Promise<void> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    for (const name of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name} CASCADE`)
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM pg_available_extensions
       WHERE installed_version <> default_version AND name LIKE 'documentdb%' ORDER BY name = 'documentdb_core' DESC, name`,
    )
    for (const { name } of rows) await client.query(`ALTER EXTENSION ${name} UPDATE`)
  } finally {
    await client.end()
  }
}
