import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { answers } from './answers'
import type { Started } from './choose-route'
import { DatabaseError } from './database-error'
import { freePort } from './free-port'
import { stopOrphan } from './stop-orphan'
import { SupervisedProcess } from './supervised-process'
import { until } from './until'

const READY_MILLISECONDS = 60_000
/** Short, so that a mongod that ends at once is noticed at once. */
const ATTEMPT_MILLISECONDS = 1_000

export interface MongodOptions {
  readonly binary: string
  readonly stateFolder: string
  /** 0 takes a free port. */
  readonly port: number
  readonly label: string
}

/**
 * Runs a mongod of our own: data and log in the state folder, loopback only, WiredTiger with its journal.
 * @throws {DatabaseError} `start_failed`
 */
export async function startMongod({ binary, stateFolder, port, label }: MongodOptions): Promise<Started> {
  const dbPath = join(stateFolder, 'mongod')
  const logFile = join(stateFolder, 'mongod.log')
  mkdirSync(dbPath, { recursive: true })
  await stopOrphan(join(dbPath, 'mongod.lock'), dbPath, 'SIGTERM')
  const taken = port || (await freePort())
  const args = ['--dbpath', dbPath, '--port', String(taken), '--bind_ip', '127.0.0.1', '--storageEngine', 'wiredTiger']
  const server = new SupervisedProcess({ command: binary, args, stopSignal: 'TERM', logFile })
  const uri = `mongodb://127.0.0.1:${taken}/`
  if (!(await becomesReady(server, uri))) {
    await server.stop()
    throw new DatabaseError('start_failed', 'mongod did not become ready', `see ${logFile}`)
  }
  return { uri, label, stop: () => server.stop() }
}

async function becomesReady(server: SupervisedProcess, uri: string): Promise<boolean> {
  let ended = false
  void server.ended.then(() => (ended = true))
  const ask = async (): Promise<boolean | undefined> =>
    ended ? false : (await answers(uri, ATTEMPT_MILLISECONDS)) || undefined
  return (await until(ask, READY_MILLISECONDS)) === true
}
