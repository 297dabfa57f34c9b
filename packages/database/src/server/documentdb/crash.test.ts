import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongo } from 'mongoose'
import { resolveDatabase } from '../resolve-database'
import type { DatabaseServer } from '../database-server'

const WRITERS = 8
const ACKNOWLEDGED = 150

interface Written {
  readonly _id: string
  readonly version: number
}

/** Writes until told to stop; knows what was acknowledged: for each document its last version. */
async function write(
  collection: mongo.Collection<Written>,
  writer: number,
  acknowledged: Map<string, number>,
  done: () => boolean,
) {
  for (let n = 0; !done(); n++) {
    const _id = `${writer}-${n}`
    try {
      await collection.insertOne({ _id, version: 0 })
      acknowledged.set(_id, 0)
      await collection.updateOne({ _id }, { $inc: { version: 1 } })
      acknowledged.set(_id, 1)
    } catch {
      // Not acknowledged: it may be there or not.
    }
  }
}

describe('PostgreSQL killed in the middle of writes', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'crash-'))
  const env = { ...process.env, MONGODB_URI: undefined }
  const log: string[] = []
  let database: DatabaseServer
  beforeAll(async () => {
    database = await resolveDatabase({ stateFolder, env, log: (line) => log.push(line) })
  }, 600_000)
  afterAll(async () => {
    await database?.stop()
    rmSync(stateFolder, { recursive: true, force: true })
  }, 60_000)

  it('loses nothing acknowledged and goes on by itself', async () => {
    // mongod's own durability is not ours to test.
    if (database.kind !== 'documentdb') return
    const client = new mongo.MongoClient(database.uri)
    const collection = client.db('crash').collection<Written>('written')
    const acknowledged = new Map<string, number>()
    const kill = (): void => {
      process.kill(
        Number.parseInt(readFileSync(join(stateFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10),
        'SIGKILL',
      )
    }
    let killed = 0
    const done = (): boolean => {
      if (killed < 2 && acknowledged.size >= ACKNOWLEDGED * (killed + 1)) {
        killed++
        kill()
      }
      return acknowledged.size >= ACKNOWLEDGED * 3
    }
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(collection, writer, acknowledged, done)))
    const found = new Map((await collection.find().toArray()).map(({ _id, version }) => [_id, version]))
    const lost = [...acknowledged].filter(([id, version]) => (found.get(id) ?? -1) < version)
    expect(lost).toEqual([])
    expect(killed).toBe(2)
    expect(log.filter((line) => line.includes('started again'))).toHaveLength(2)
    await client.close()
  }, 120_000)

  it('keeps its data over a stop and a new start', async () => {
    const count = async (): Promise<number> => {
      const client = new mongo.MongoClient(database.uri)
      const counted = await client.db('kept').collection('documents').countDocuments()
      await client.close()
      return counted
    }
    const client = new mongo.MongoClient(database.uri)
    await client.db('kept').collection('documents').insertMany([{}, {}, {}])
    await client.close()
    await database.stop()
    database = await resolveDatabase({ stateFolder, env })
    expect(await count()).toBe(3)
  }, 120_000)

  it('is not started twice on one state folder', async () => {
    await expect(resolveDatabase({ stateFolder, env })).rejects.toMatchObject({ code: 'state_in_use' })
  })
})
