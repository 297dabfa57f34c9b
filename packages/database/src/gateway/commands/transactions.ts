import { randomUUID } from 'node:crypto'
import type { Document } from 'bson'
import type pg from 'pg'
import { MongoCode, MongoError } from '../errors/mongo-error'
import type { ConnectionPool } from '../postgres/connection-pool'

/** MongoDB's `transactionLifetimeLimitSeconds`. */
const LIFETIME_MILLISECONDS = 60_000

interface Transaction {
  readonly number: bigint
  readonly client: pg.Client
  state: 'open' | 'committed' | 'aborted'
  readonly since: number
}

/** The transactions of all sessions; each holds a connection of its own until it ends. */
export class Transactions {
  private readonly bySession = new Map<string, Transaction>()

  constructor(private readonly pool: ConnectionPool) {}

  /**
   * The connection of the transaction that `command` belongs to or starts.
   * @throws {MongoError} 251 when it belongs to none that is open
   */
  async clientOf(command: Document): Promise<pg.Client> {
    const session = sessionOf(command)
    const number = transactionNumber(command)
    if (command['startTransaction'] !== true) {
      const current = this.bySession.get(session)
      if (current?.number === number && current.state === 'open') return current.client
      throw new MongoError(
        MongoCode.NoSuchTransaction,
        `Given transaction number ${number} does not match any in-progress transactions.`,
      )
    }
    await this.abort(command)
    const client = await this.pool.acquirePinned()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ').catch((error: unknown) => {
      this.pool.release(client)
      throw error
    })
    this.bySession.set(session, { number, client, state: 'open', since: Date.now() })
    return client
  }

  /** Commits; again for a transaction already committed, since a driver may not have read the first answer. */
  async commit(command: Document): Promise<void> {
    const transaction = this.bySession.get(sessionOf(command))
    if (transaction?.number !== transactionNumber(command) || transaction.state === 'aborted') {
      throw new MongoError(MongoCode.NoSuchTransaction, 'Transaction has been aborted or does not exist.')
    }
    if (transaction.state === 'committed') return
    transaction.state = 'aborted'
    await transaction.client.query('COMMIT').finally(() => this.pool.release(transaction.client))
    transaction.state = 'committed'
  }

  /** Rolls the session's open transaction back, if it has one. */
  async abort(command: Document): Promise<void> {
    const transaction = this.bySession.get(sessionOf(command))
    if (transaction?.state === 'open') await this.rollBack(transaction)
  }

  /** Ends transactions that live too long and forgets those that ended. */
  async sweep(now: number): Promise<void> {
    for (const [session, transaction] of this.bySession) {
      if (now - transaction.since < LIFETIME_MILLISECONDS) continue
      if (transaction.state === 'open') await this.rollBack(transaction)
      else this.bySession.delete(session)
    }
  }

  private async rollBack(transaction: Transaction): Promise<void> {
    transaction.state = 'aborted'
    await transaction.client.query('ROLLBACK').catch(() => undefined)
    this.pool.release(transaction.client)
  }
}

function sessionOf(command: Document): string {
  const id: unknown = (command['lsid'] as Document | undefined)?.['id']
  return id ? String(id) : randomUUID()
}

function transactionNumber(command: Document): bigint {
  const number: unknown = command['txnNumber']
  if (typeof number === 'bigint' || typeof number === 'number') return BigInt(number)
  throw new MongoError(MongoCode.BadValue, 'a transaction needs txnNumber')
}
