import { connect } from '@suixing/database'

/** Drops one database; nothing happens when it does not exist. */
export async function dropDatabase(uri: string, name: string): Promise<void> {
  const connection = await connect(uri, name)
  try {
    await connection.dropDatabase()
  } finally {
    await connection.close()
  }
}
