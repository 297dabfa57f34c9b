import type { Document } from 'bson'
import { errorReply, MongoCode, MongoError } from '../errors/mongo-error'
import { Backend } from '../postgres/backend'
import type { ConnectionPool } from '../postgres/connection-pool'
import { translateError } from '../postgres/translate-error'
import { rewriteRequest } from '../rewrite/rewrite-request'
import type { WireRequest } from '../wire/wire-request'
import { encode, type Call, type Shared } from './call'
import { COMMANDS } from './command-table'
import { Cursors } from './cursors'
import { KeyedQueue } from './keyed-queue'
import { handshake } from './local-commands'
import { Transactions } from './transactions'

const SWEEP_MILLISECONDS = 10_000
const TRANSACTION_ENDS = new Set(['commitTransaction', 'abortTransaction'])

/** Executes commands of any number of connections on one PostgreSQL. */
export class Executor {
  readonly backend: Backend
  private readonly shared: Shared
  private readonly sweeper: NodeJS.Timeout

  constructor(private readonly pool: ConnectionPool) {
    this.backend = new Backend(pool)
    this.shared = {
      backend: this.backend,
      cursors: new Cursors(this.backend),
      transactions: new Transactions(pool),
      claims: new KeyedQueue(),
    }
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MILLISECONDS).unref()
  }

  /** The reply to one command as BSON bytes; never rejects. */
  async execute(request: WireRequest, connectionId: number): Promise<Buffer> {
    const { command } = request
    const [name = ''] = Object.keys(command)
    if (/^(hello|isMaster|ismaster)$/.test(name)) return encode(handshake(connectionId))
    const db = String(command['$db'] ?? 'admin')
    const collection = typeof command[name] === 'string' ? command[name] : collectionOfGetMore(command)
    const inTransaction = command['autocommit'] === false
    try {
      const handler = COMMANDS.get(name)
      if (!handler) throw new MongoError(MongoCode.CommandNotFound, `no such command: '${name}'`)
      const joins = inTransaction && !TRANSACTION_ENDS.has(name)
      const client = joins ? await this.shared.transactions.clientOf(command) : undefined
      const call: Call = { request: rewriteRequest(request, name), command, name, db, collection, client }
      const reply = await handler(call, this.shared)
      return Buffer.isBuffer(reply) ? reply : encode({ ...reply, ok: 1 })
    } catch (error) {
      if (inTransaction) await this.shared.transactions.abort(command)
      const translated = await translateError(this.backend, error, db, collection).catch(lost)
      return encode(errorReply(translated, inTransaction ? 'transaction' : 'single'))
    }
  }

  async close(): Promise<void> {
    clearInterval(this.sweeper)
    await this.pool.close()
  }

  private async sweep(): Promise<void> {
    const now = Date.now()
    await this.shared.cursors.sweep(now)
    await this.shared.transactions.sweep(now)
  }
}

function collectionOfGetMore(command: Document): string {
  return typeof command['collection'] === 'string' ? command['collection'] : ''
}

function lost(error: unknown): MongoError {
  return new MongoError(MongoCode.HostUnreachable, `database connection failed: ${String(error)}`)
}
