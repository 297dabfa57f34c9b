import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseError } from '../database-error'
import type { Log } from '../database-server'
import { stopOrphan } from '../stop-orphan'
import { SupervisedProcess } from '../supervised-process'
import { until } from '../until'
import type { DataFolder } from './data-folder'
import { postgresSettings } from './postgres-settings'
import type { ServerTree } from './server-tree'

/** Recovery after a crash under load was seen to take up to 6 seconds, on a machine that is not busy otherwise. */
const READY_MILLISECONDS = 120_000
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5_000

export interface PostgresOptions {
  readonly tree: ServerTree
  readonly data: DataFolder
  readonly socketFolder: string
  readonly logFile: string
  readonly log: Log
}

/** A running PostgreSQL that is started again when it ends by itself. */
export class PostgresServer {
  private state: 'running' | 'stopping' = 'running'
  private process: SupervisedProcess

  private constructor(private readonly options: PostgresOptions) {
    this.process = this.spawn()
  }

  /**
   * Stops what an earlier run left behind, starts the server and waits until it takes queries.
   * @throws {DatabaseError} `start_failed`
   */
  static async start(options: PostgresOptions): Promise<PostgresServer> {
    await stopLeftOver(options.data)
    const server = new PostgresServer(options)
    if (!(await server.ready())) {
      await server.stop()
      throw new DatabaseError('start_failed', 'PostgreSQL did not become ready', `see ${options.logFile}`)
    }
    void server.keepRunning()
    return server
  }

  /** Waits for open transactions to be rolled back and data to be written, then ends. */
  async stop(): Promise<void> {
    this.state = 'stopping'
    await this.process.stop()
  }

  private spawn(): SupervisedProcess {
    const { tree, data, socketFolder, logFile } = this.options
    const settings = Object.entries(postgresSettings(socketFolder)).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    return new SupervisedProcess({
      command: tree.postgres,
      args: ['-D', data.path, ...settings],
      stopSignal: 'INT',
      logFile,
      ...(data.user ? { runAs: data.user } : {}),
    })
  }

  private async ready(): Promise<boolean> {
    let ended = false
    void this.process.ended.then(() => (ended = true))
    const answer = await until(
      async () => (ended ? false : (await takesQueries(this.options.socketFolder)) || undefined),
      READY_MILLISECONDS,
    )
    return answer === true
  }

  private async keepRunning(): Promise<void> {
    let pause = FIRST_PAUSE
    for (;;) {
      const startedAt = performance.now()
      await this.process.ended
      if (this.state === 'stopping') return
      if (performance.now() - startedAt > LONGEST_PAUSE) pause = FIRST_PAUSE
      this.options.log('database: PostgreSQL ended by itself and is started again')
      await setTimeout(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
      await stopLeftOver(this.options.data).catch((error: unknown) => this.options.log(`database: ${String(error)}`))
      if (this.stopped()) return
      this.process = this.spawn()
    }
  }

  private stopped(): boolean {
    return this.state === 'stopping'
  }
}

function stopLeftOver({ path }: DataFolder): Promise<void> {
  return stopOrphan(join(path, 'postmaster.pid'), path, 'SIGINT')
}

async function takesQueries(host: string): Promise<boolean> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
