import { Long, type Document } from 'bson'
import type pg from 'pg'
import { MongoCode, MongoError } from '../errors/mongo-error'
import type { Backend } from '../postgres/backend'
import { bsonColumn } from '../postgres/bson-column'
import type { StatementName } from '../postgres/statements'
import type { Call } from './call'

/** MongoDB's `cursorTimeoutMillis`. */
const IDLE_MILLISECONDS = 600_000

interface Cursor {
  readonly db: string
  continuation: Buffer
  /** The connection that must fetch the next pages: pinned for the cursor, or its transaction's. */
  readonly connection:
    { readonly kind: 'any' } | { readonly kind: 'pinned' | 'transaction'; readonly client: pg.Client }
  usedAt: number
}

/** Open cursors by id. */
export class Cursors {
  private readonly open = new Map<string, Cursor>()

  constructor(private readonly backend: Backend) {}

  /** Runs a statement that gives a first page, and keeps what its further pages need. */
  async first(call: Call, statement: StatementName): Promise<Buffer> {
    const { backend } = this
    const client = call.client ?? (await backend.pool.acquire())
    let pinned = false
    try {
      const [page, continuation, persistConnection, id] = await backend.query(client, statement, [
        call.db,
        call.request.body,
      ])
      if (continuation !== null) {
        pinned = persistConnection === true && !call.client
        if (pinned) backend.pool.pin(client)
        const connection = call.client
          ? { kind: 'transaction' as const, client }
          : pinned
            ? { kind: 'pinned' as const, client }
            : { kind: 'any' as const }
        this.open.set(String(id), {
          db: call.db,
          continuation: bsonColumn(continuation),
          connection,
          usedAt: Date.now(),
        })
      }
      return bsonColumn(page)
    } finally {
      if (!call.client && !pinned) backend.pool.release(client)
    }
  }

  /** @throws {MongoError} 43 when there is no such cursor, or another getMore is using it */
  async next(call: Call): Promise<Buffer> {
    const id = String(call.command['getMore'])
    const cursor = this.open.get(id)
    if (!cursor) throw new MongoError(MongoCode.CursorNotFound, `cursor id ${id} not found`)
    this.open.delete(id)
    const values = [cursor.db, call.request.body, cursor.continuation]
    const row = await this.backend.run(clientOf(cursor), 'getMore', values).catch((error: unknown) => {
      this.releaseOf(cursor)
      throw error
    })
    const [page, continuation] = row
    if (continuation === null) this.releaseOf(cursor)
    else this.open.set(id, Object.assign(cursor, { continuation: bsonColumn(continuation), usedAt: Date.now() }))
    return bsonColumn(page)
  }

  /** Answers killCursors. */
  async kill(ids: readonly (bigint | number)[]): Promise<Document> {
    const cursorsKilled: Long[] = []
    const cursorsNotFound: Long[] = []
    for (const id of ids)
      ((await this.close(String(id))) ? cursorsKilled : cursorsNotFound).push(Long.fromString(String(id)))
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] }
  }

  /** Closes cursors that nobody reads any more. */
  async sweep(now: number): Promise<void> {
    for (const [id, { usedAt }] of this.open) if (now - usedAt > IDLE_MILLISECONDS) await this.close(id)
  }

  private async close(id: string): Promise<boolean> {
    const cursor = this.open.get(id)
    if (!cursor) return false
    this.open.delete(id)
    // A transaction's cursor ends with it; its connection may already serve somebody else.
    if (cursor.connection.kind !== 'transaction') {
      await this.backend.run(clientOf(cursor), 'killCursor', [id]).catch(() => undefined)
    }
    this.releaseOf(cursor)
    return true
  }

  private releaseOf({ connection }: Cursor): void {
    if (connection.kind === 'pinned') this.backend.pool.release(connection.client)
  }
}

function clientOf({ connection }: Cursor): pg.Client | undefined {
  return connection.kind === 'any' ? undefined : connection.client
}
