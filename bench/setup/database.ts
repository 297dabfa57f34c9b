import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { connect, resolveDatabase } from '@suixing/database'
import type { Bed } from './bench'

type Connection = Awaited<ReturnType<typeof connect>>

/** A real database, with one database of the bench's own in it, dropped at the end. */
export interface BenchDatabase {
  readonly uri: string
  /** Which server, as the resolver names it: uri, mongod, mongod-download, documentdb. */
  readonly kind: string
  /** What the server says it is, as buildInfo. */
  readonly version: string
  readonly name: string
  readonly connection: Connection
}

/** A server that several databases of one bench may share. */
export type BenchServer = Pick<BenchDatabase, 'uri' | 'kind'>

/** MONGODB_URI, or one started for this bench with its data under .suixing/bench. */
export async function benchServer(bed: Bed): Promise<BenchServer> {
  const { uri, kind, stop } = await resolveDatabase({
    stateFolder: join(bed.root, '.suixing/bench/database'),
    log: (line) => bed.say(line),
  })
  bed.undo(stop)
  return { uri, kind }
}

/** A database of its own on the server, dropped at the end. */
export async function benchDatabase(bed: Bed, server?: BenchServer): Promise<BenchDatabase> {
  const { uri, kind } = server ?? (await benchServer(bed))
  const name = `bench_${randomBytes(6).toString('hex')}`
  const connection = await connect(uri, name)
  bed.undo(async () => {
    await connection.dropDatabase()
    await connection.close()
  })
  const version = (await connection.db?.admin().command({ buildInfo: 1 }))?.['version'] as unknown
  return { uri, kind, version: String(version), name, connection }
}
