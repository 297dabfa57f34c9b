import type pg from 'pg'
import { isTransient } from '../errors/sql-state'
import type { ConnectionPool } from './connection-pool'
import { STATEMENTS, type StatementName } from './statements'

/** The first row of an answer, by position. */
export type Row = readonly unknown[]

/** Numbers, for PostgreSQL cuts longer names of prepared statements at 63 bytes and then takes two for one. */
const PREPARED_NAMES = new Map(Object.keys(STATEMENTS).map((name, place) => [name, `s${place}`]))

/** A conflict is tried again this often before the client is told; each try meets other competitors. */
const ATTEMPTS = 10

/** Runs the statements of {@link STATEMENTS}. */
export class Backend {
  constructor(readonly pool: ConnectionPool) {}

  /** Runs one statement on a connection the caller holds. */
  async query(client: pg.Client, name: StatementName, values: readonly unknown[]): Promise<Row> {
    const prepared = { name: PREPARED_NAMES.get(name) ?? name, text: STATEMENTS[name], values: [...values] }
    const { rows } = await client.query<unknown[]>({ ...prepared, rowMode: 'array' })
    return rows[0] ?? []
  }

  /**
   * Runs one statement on `client`, or else on a shared connection, where a serialization failure or deadlock is tried
   * again: the statement is a transaction of its own and left nothing behind.
   */
  async run(client: pg.Client | undefined, name: StatementName, values: readonly unknown[]): Promise<Row> {
    if (client) return this.query(client, name, values)
    for (let attempt = 1; ; attempt++) {
      const shared = await this.pool.acquire()
      try {
        return await this.query(shared, name, values)
      } catch (error) {
        if (!isTransient(error) || attempt >= ATTEMPTS) throw error
      } finally {
        this.pool.release(shared)
      }
    }
  }
}
