import { randomUUID } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { canEnter, unprivilegedUser, type UserIds } from '../unprivileged-user'

/** Where root's data goes when the server's user cannot reach the state folder. */
const REACHABLE = '/var/lib/suixing'

/** PostgreSQL's data and who owns it. */
export interface DataFolder {
  readonly path: string
  /** Whom to run the server as; undefined: as we are. */
  readonly user: UserIds | undefined
  /** PostgreSQL's major version that wrote the data; undefined before there is any. */
  readonly major: number | undefined
}

/** Finds the data of a state folder, or a place for it that the server's user can reach. */
export function dataFolder(stateFolder: string): DataFolder {
  const path = placeOf(stateFolder, unprivilegedUser())
  const major = existsSync(join(path, 'PG_VERSION'))
    ? Number(readFileSync(join(path, 'PG_VERSION'), 'utf8'))
    : undefined
  return { path, user: major === undefined ? unprivilegedUser() : ownerOf(path), major }
}

/** Whether the state folder already holds PostgreSQL's data. */
export function holdsData(stateFolder: string): boolean {
  return existsSync(join(stateFolder, 'postgres', 'PG_VERSION'))
}

function placeOf(stateFolder: string, user: UserIds | undefined): string {
  const usual = join(stateFolder, 'postgres')
  const link = lstatSync(usual, { throwIfNoEntry: false })
  if (link?.isSymbolicLink()) return readlinkSync(usual)
  if (link || canEnter(stateFolder, user)) return usual
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 })
  const elsewhere = join(REACHABLE, randomUUID())
  symlinkSync(elsewhere, usual)
  return elsewhere
}

/** Root runs the server as whoever owns the data, who may be another ordinary user. */
function ownerOf(path: string): UserIds | undefined {
  const fallback = unprivilegedUser()
  if (!fallback) return undefined
  const { uid, gid } = statSync(path)
  return uid === 0 ? fallback : { uid, gid }
}
