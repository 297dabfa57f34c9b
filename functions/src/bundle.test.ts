import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import mongoose from 'mongoose'

const bundle = join(__dirname, '../bundle')
const HOST_SECRET = 'a-secret-of-the-bundled-host'

describe('the bundle, alone in a folder as in the cloud', () => {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-bundle-'))
  const DATABASE_NAME = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const MONGODB_URI = process.env['MONGODB_URI'] ?? ''
  let host: ChildProcess
  let url = ''

  beforeAll(async () => {
    if (!MONGODB_URI) throw new Error('MONGODB_URI is not set: run tests through npm test')
    await cp(bundle, folder, { recursive: true })
    const env = {
      PATH: process.env['PATH'],
      MONGODB_URI,
      DATABASE_NAME,
      HOST_SECRET,
      PORT: '0',
      BIND: '0.0.0.0',
      TIMER_SECONDS: '0',
      PUBLIC_URL: 'https://suixing.example',
      SESSION_KEY: 'test-session-key-of-at-least-32-characters',
      PROGRAMMES_FOLDER: 'programmes',
      LOG_LEVEL: 'error',
    }
    host = spawn(process.execPath, ['index.js'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface({ input: host.stdout as NodeJS.ReadableStream })
    const ready = (async () => {
      for await (const line of lines)
        if (line.startsWith('{"ready"')) return (JSON.parse(line) as { port: number }).port
      throw new Error('the host ended before it was ready')
    })()
    url = `http://127.0.0.1:${await ready}`
  }, 60_000)
  afterAll(async () => {
    if (host.exitCode === null) {
      host.kill('SIGTERM')
      await once(host, 'exit')
    }
    const connection = await mongoose.createConnection(MONGODB_URI, { dbName: DATABASE_NAME }).asPromise()
    await connection.dropDatabase()
    await connection.close()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it('serves triggers and their guards', async () => {
    const answers = await Promise.all(
      ['/health', '/api/patient/me', '/api/nothing'].map((path) => fetch(`${url}${path}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404])
    expect(await answers[1]?.json()).toMatchObject({ code: 'not-signed-in' })
  })

  it('brings the data of its programmes', async () => {
    const connection = await mongoose.createConnection(MONGODB_URI, { dbName: DATABASE_NAME }).asPromise()
    const counts = await Promise.all(
      (await connection.listCollections()).map(({ name }) =>
        connection.collection(name).countDocuments({ _id: /type-2-diabetes/ as never }),
      ),
    )
    await connection.close()
    expect(Math.max(0, ...counts)).toBeGreaterThan(0)
  })

  it('is called by the bundled timer function', async () => {
    const call = (name: string, secret: string): Promise<{ status: number | null; output: string }> =>
      new Promise((resolve) => {
        const script =
          "require('./timer.js').main({ Type: 'Timer' }).then((out) => console.log(out), (error) => { console.log(error.message); process.exitCode = 1 })"
        const child = spawn(process.execPath, ['-e', script], {
          cwd: folder,
          env: { HOST_URL: url, HOST_SECRET: secret, TIMER_NAME: name },
        })
        let output = ''
        child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
        child.on('close', (status) => resolve({ status, output: output.trim() }))
      })
    expect(await call('drain', HOST_SECRET)).toEqual({ status: 0, output: '{"out":"idle"}' })
    expect(await call('drain', 'another secret')).toEqual({ status: 1, output: 'timer drain: the host answered 404' })
    expect((await call('nothing', HOST_SECRET)).status).toBe(1)
  })
})
