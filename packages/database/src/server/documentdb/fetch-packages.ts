import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../database-error'
import type { Log } from '../database-server'
import { privateApt, type Apt } from './apt'
import { debianKeyring, machineMirrors } from './machine-mirrors'

/** Suites that carry DocumentDB, in order: by name as long as mirrors keep it, then the one that is testing by then. */
const SUITES = ['forky', 'testing', 'sid']
const PROGRESS_EVERY = 40

/** Downloaded packages of one PostgreSQL. */
export interface FetchedPackages {
  /** PostgreSQL's major version, e.g. 18. */
  readonly major: number
  readonly files: readonly string[]
}

/**
 * Downloads DocumentDB and all it depends on from the machine's own package mirror into `folder`.
 * @param wanted the PostgreSQL that existing data needs; else the newest there is
 * @throws {DatabaseError} `fetch_failed`
 */
export async function fetchPackages(folder: string, wanted: number | undefined, log: Log): Promise<FetchedPackages> {
  const apt = privateApt(folder, await debianKeyring())
  for (const suite of SUITES) {
    for (const mirror of await machineMirrors()) {
      const major = await majorIn(apt, mirror, suite, wanted)
      if (major === undefined) continue
      await download(apt, major, log)
      const files = readdirSync(apt.archives).filter((file) => file.endsWith('.deb'))
      return { major, files: files.map((file) => join(apt.archives, file)) }
    }
  }
  const what = wanted === undefined ? 'DocumentDB' : `DocumentDB for PostgreSQL ${wanted}`
  throw new DatabaseError(
    'fetch_failed',
    `no package mirror of this machine carries ${what}`,
    'install mongod, or set MONGODB_URI',
  )
}

async function majorIn(
  apt: Apt,
  mirror: string,
  suite: string,
  wanted: number | undefined,
): Promise<number | undefined> {
  try {
    await apt.update(mirror, suite)
  } catch {
    return undefined
  }
  const names = await apt.names('postgresql-')
  return newestMajor(names, wanted)
}

/** The highest N of `postgresql-N-documentdb` among package names, or `wanted` if it is there. */
export function newestMajor(names: readonly string[], wanted: number | undefined): number | undefined {
  const majors = names.map((name) => Number(/^postgresql-(\d+)-documentdb$/.exec(name)?.[1]))
  const [newest] = majors.filter((major) => (wanted === undefined ? major > 0 : major === wanted)).sort((a, b) => b - a)
  return newest
}

async function download(apt: Apt, major: number, log: Log): Promise<void> {
  let count = 0
  await apt.download(`postgresql-${major}-documentdb`, (line) => {
    if (line.startsWith('Need to get'))
      log(`database: fetching DocumentDB, ${/[\d.,]+ .?B/.exec(line)?.[0] ?? 'some MB'}`)
    if (line.startsWith('Get:') && ++count % PROGRESS_EVERY === 0) log(`database: fetched ${count} packages`)
  })
}
