import { randomUUID } from 'node:crypto'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox, demo } from '@suixing/sandbox'
import type { SandboxServer } from '@suixing/sandbox'
import mongoose from 'mongoose'
import { startHost } from '../host'
import type { Host } from '../host'
import { readConfig } from '../platform/config'
import type { Config } from '../platform/config'
import { signInConsole } from './sign-in'

/** A whole installation in one process: sandbox, real database, host; its own database, gone afterwards. */
export interface World {
  readonly sandbox: SandboxServer
  readonly host: Host
  readonly url: string
  /** Settings the host was started with, for another host over the same database. */
  readonly config: Config
  /** The same as environment variables, for a host in a process of its own. */
  readonly environment: Readonly<Record<string, string>>
  /** Stops the host and starts another over the same database and sandbox. */
  restart(): Promise<void>
  /** Puts another host over the same database and sandbox; callbacks still go to the first. Closed with the world. */
  addHost(): Promise<Host>
  /** Signs a member in to the console through WeCom; answers the cookie. */
  signInConsole(userid?: string): Promise<string>
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
  /** Waits until nothing runs any more: callbacks delivered, queues drained. */
  settle(): Promise<void>
  /** Moves real time past every lease, as if a minute and more had gone by since its owner was last heard of; then works off what that frees. */
  endLeases(): Promise<void>
  /** Stored documents of a collection, as they are. */
  documents(collection: string, filter?: object): Promise<any[]>
  /** Changes stored documents behind the product's back. */
  update(collection: string, filter: object, change: object): Promise<void>
  close(): Promise<void>
}
export interface CallOptions {
  readonly body?: unknown
  readonly token?: string
  readonly cookie?: string
  readonly headers?: Record<string, string>
  readonly raw?: Buffer
}
export interface Answer {
  readonly status: number
  readonly body: any
  readonly headers: Headers
}

// A whole installation on a busy machine: nothing here is measured, so nobody is hurried.
jest.setTimeout(60_000)

export const SECRET = 'a-secret-of-the-test-host'
const staff = [
  { id: 'linzhiyuan', userid: 'linzhiyuan', name: '林致远', title: '主治医师', role: 'physician' },
  { id: 'chensiyuan', userid: 'chensiyuan', name: '陈思远', title: '副主任医师', role: 'physician', onCall: true },
  { id: 'zhouning', userid: 'zhouning', name: '周宁', title: '健康管理师', role: 'healthManager' },
  { id: 'hejing', userid: 'hejing', name: '何静', title: '护理助理', role: 'careAssistant' },
  { id: 'xuke', userid: 'xuke', name: '许可', title: '项目运营', role: 'operator' },
]

export async function createWorld(): Promise<World> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: run tests through npm test')
  const sandbox = createSandbox({ mode: 'frozen' })
  const sandboxPort = await sandbox.listen(0)
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const folder = mkdtempSync(join(tmpdir(), 'suixing-'))
  const staffPath = join(folder, 'staff.json')
  writeFileSync(staffPath, JSON.stringify(staff))
  const databaseName = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const environment = {
    MONGODB_URI: uri,
    DATABASE_NAME: databaseName,
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1:8610',
    SESSION_KEY: 'test-session-key-of-at-least-32-characters',
    HOST_SECRET: SECRET,
    WECOM_BASE_URL: `${sandboxUrl}/wecom/cgi-bin`,
    WECOM_LOGIN_URL: `${sandboxUrl}/wecom`,
    WECHAT_BASE_URL: `${sandboxUrl}/wechat`,
    WECOM_CORP_ID: demo.corp.corpid,
    WECOM_AGENT_ID: String(demo.corp.agentid),
    WECOM_SECRET: demo.corp.corpsecret,
    WECOM_CALLBACK_TOKEN: demo.corp.callbackToken,
    WECOM_CALLBACK_AES_KEY: demo.corp.encodingAesKey,
    PATIENT_APP_ID: demo.miniPrograms.patient.appid,
    PATIENT_APP_SECRET: demo.miniPrograms.patient.secret,
    PHYSICIAN_APP_ID: demo.miniPrograms.physician.appid,
    PHYSICIAN_APP_SECRET: demo.miniPrograms.physician.secret,
    PROGRAMMES_FOLDER: join(__dirname, '../../../packages/programmes'),
    STAFF_FILE: staffPath,
    STORAGE_FOLDER: join(folder, 'media'),
    REPLY_TEMPLATE_ID: demo.templates[3].id,
    CONSOLE_ACCOUNT: 'local',
    CONSOLE_PASSWORD: 'a-long-password',
    CLOCK: 'followed',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    TIMER_SECONDS: '0',
  }
  const config = readConfig(environment)
  await sandbox.control('trust', { host: '127.0.0.1:8610' })

  const follow = async (): Promise<Host> => {
    const host = await startHost(config)
    await sandbox.control('follow', { url: `http://127.0.0.1:${host.port}/__clock`, secret: SECRET })
    await sandbox.control('mode', { mode: 'frozen' })
    return host
  }
  const begin = async (): Promise<Host> => {
    const host = await follow()
    await sandbox.control('callback-url', { url: `http://127.0.0.1:${host.port}/callbacks/wecom` })
    return host
  }
  const others: Host[] = []
  let ahead = 0
  const stored = async <T>(
    collection: string,
    work: (documents: ReturnType<mongoose.Connection['collection']>) => Promise<T>,
  ): Promise<T> => {
    const connection = await mongoose.createConnection(uri, { dbName: databaseName }).asPromise()
    try {
      return await work(connection.collection(collection))
    } finally {
      await connection.close()
    }
  }
  let host = await begin()
  const urlOf = (): string => `http://127.0.0.1:${host.port}`

  const world: World = {
    sandbox,
    config,
    environment,
    get host() {
      return host
    },
    get url() {
      return urlOf()
    },
    async restart() {
      await sandbox.control('unfollow', { url: `${urlOf()}/__clock`, secret: SECRET })
      await host.close()
      host = await begin()
    },
    async addHost() {
      const other = await follow()
      others.push(other)
      return other
    },
    signInConsole: (userid = 'xuke') => signInConsole(world, userid),
    async call(method, path, { body, token, cookie, headers, raw } = {}) {
      const response = await fetch(`${urlOf()}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(cookie ? { cookie, 'x-suixing': 'console' } : {}),
          ...headers,
        },
        ...(raw ? { body: new Uint8Array(raw) } : body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        body: response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : text,
      }
    },
    async settle() {
      await sandbox.control('advance', { by: 1000 })
    },
    async endLeases() {
      ahead += 120_000
      for (const one of [host, ...others]) Object.assign(one.product, { realNow: () => Date.now() + ahead })
      await sandbox.control('advance', { by: 0 })
    },
    documents: (collection, filter = {}) => stored(collection, (documents) => documents.find(filter).toArray()),
    update: (collection, filter, change) =>
      stored(collection, async (documents) => void (await documents.updateMany(filter, change))),
    async close() {
      for (const other of others) await other.close()
      await host.close()
      await sandbox.close()
      const connection = await mongoose.createConnection(uri, { dbName: databaseName }).asPromise()
      await connection.dropDatabase()
      await connection.close()
    },
  }
  return world
}
