import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** No socket yet, nobody listening, or "the database system is starting up" / "in recovery". */
const STARTING_CODES = new Set(['ENOENT', 'ECONNREFUSED', '57P03'])
/** Recovery after a crash under load was seen to take up to 6 seconds. */
const RESTART_MILLISECONDS = 15_000
const RETRY_MILLISECONDS = 50

interface Waiter {
  readonly resolve: (client: pg.Client) => void
  readonly reject: (error: unknown) => void
}

/**
 * PostgreSQL connections: at most `size` shared ones, and beside them *pinned* ones that a transaction or an open cursor
 * keeps for long. If those counted, cursors with queries inside their loop would wait for each other forever.
 */
export class ConnectionPool {
  private readonly idle: pg.Client[] = []
  private readonly waiting: Waiter[] = []
  private readonly pinned = new Set<pg.Client>()
  private readonly dead = new WeakSet<pg.Client>()
  private shared = 0
  private closed = false

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly size: number,
  ) {}

  /** A shared connection; waits when all are in use. Give it back by {@link release}. */
  async acquire(): Promise<pg.Client> {
    for (let client = this.idle.pop(); client; client = this.idle.pop()) {
      if (!this.dead.has(client)) return client
      this.shared--
    }
    if (this.shared >= this.size) return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }))
    this.shared++
    return this.open().catch((error: unknown) => {
      this.shared--
      throw error
    })
  }

  /** A new connection outside the shared count. */
  async acquirePinned(): Promise<pg.Client> {
    const client = await this.open()
    this.pinned.add(client)
    return client
  }

  /** Takes an acquired connection out of the shared count, so that it can be kept for long. */
  pin(client: pg.Client): void {
    this.pinned.add(client)
    this.shared--
    this.serveNext()
  }

  /** Takes a connection back: to whoever waits, to the idle ones, or closed when it is dead or one too many. */
  release(client: pg.Client): void {
    if (this.pinned.delete(client)) {
      if (this.dead.has(client) || this.shared >= this.size) {
        void client.end().catch(() => undefined)
        return
      }
      this.shared++
    }
    if (this.dead.has(client)) {
      this.shared--
      this.serveNext()
      return
    }
    const next = this.waiting.shift()
    if (next) next.resolve(client)
    else this.idle.push(client)
  }

  /** Closes every connection that is not at work; those at work are closed by PostgreSQL's own shutdown. */
  async close(): Promise<void> {
    this.closed = true
    for (const waiter of this.waiting.splice(0)) waiter.reject(new Error('the connection pool is closed'))
    const open = [...this.idle.splice(0), ...this.pinned]
    await Promise.all(open.map((client) => client.end().catch(() => undefined)))
  }

  private serveNext(): void {
    const next = this.waiting.shift()
    if (next) this.acquire().then(next.resolve, next.reject)
  }

  /** Opens a connection; while PostgreSQL is starting again nothing was sent yet, so this waits for it. */
  private async open(): Promise<pg.Client> {
    for (const deadline = Date.now() + RESTART_MILLISECONDS; ;) {
      const client = new pg.Client(this.config)
      client.on('error', () => this.dead.add(client))
      client.on('end', () => this.dead.add(client))
      try {
        await client.connect()
        return client
      } catch (error) {
        void client.end().catch(() => undefined)
        if (this.closed || !isStarting(error) || Date.now() > deadline) throw error
        await setTimeout(RETRY_MILLISECONDS)
      }
    }
  }
}

function isStarting(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && STARTING_CODES.has(code)
}
