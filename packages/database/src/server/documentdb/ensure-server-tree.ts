import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { claim } from '../claim'
import { DatabaseError } from '../database-error'
import type { Log } from '../database-server'
import { until } from '../until'
import { assembleTree } from './assemble-tree'
import { fetchPackages } from './fetch-packages'
import { serverTree, type ServerTree } from './server-tree'
import { unpackPackages } from './unpack-packages'

const BUILDING = 'building-'
/** Another process that fetches is waited for this long. */
const WAIT_MILLISECONDS = 900_000

/**
 * The server's tree in the cache; fetched and made first when it is not there. A tree appears by one rename, so there is
 * never half a one; processes that want it at the same time wait for the one that makes it.
 * @param wanted the PostgreSQL that existing data needs; else any, the newest first
 * @throws {DatabaseError} `fetch_failed`
 */
export async function ensureServerTree(cache: string, wanted: number | undefined, log: Log): Promise<ServerTree> {
  const ready = cachedTree(cache, wanted)
  if (ready) return ready
  mkdirSync(cache, { recursive: true, mode: 0o755 })
  const turn = await until(() => {
    const claimed = claim(join(cache, 'builder.json'))
    return claimed.kind === 'claimed' ? claimed : undefined
  }, WAIT_MILLISECONDS)
  if (!turn)
    throw new DatabaseError('fetch_failed', 'another process is still fetching DocumentDB', 'wait for it, or stop it')
  try {
    return cachedTree(cache, wanted) ?? (await build(cache, wanted, log))
  } finally {
    turn.release()
  }
}

/** The newest complete tree in the cache, or the one of the wanted PostgreSQL. */
export function cachedTree(cache: string, wanted: number | undefined): ServerTree | undefined {
  if (!existsSync(cache)) return undefined
  const majors = readdirSync(cache).map((name) =>
    Number(new RegExp(`^documentdb-${process.arch}-(\\d+)$`).exec(name)?.[1]),
  )
  const [major] = majors.filter((one) => (wanted === undefined ? one > 0 : one === wanted)).sort((a, b) => b - a)
  return major === undefined ? undefined : serverTree(treeFolder(cache, major), major)
}

async function build(cache: string, wanted: number | undefined, log: Log): Promise<ServerTree> {
  for (const left of readdirSync(cache).filter((name) => name.startsWith(BUILDING))) {
    rmSync(join(cache, left), { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(cache, BUILDING))
  try {
    log('database: fetching DocumentDB from the package mirror, once for this machine (about 140 MB)')
    const { major, files } = await fetchPackages(join(folder, 'apt'), wanted, log)
    log(`database: unpacking ${files.length} packages`)
    mkdirSync(join(folder, 'unpacked'))
    await unpackPackages(files, join(folder, 'unpacked'))
    log('database: keeping what the server needs')
    await assembleTree(join(folder, 'unpacked'), join(folder, 'tree'), major)
    renameSync(join(folder, 'tree'), treeFolder(cache, major))
    return serverTree(treeFolder(cache, major), major)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function treeFolder(cache: string, major: number): string {
  return join(cache, `documentdb-${process.arch}-${major}`)
}
