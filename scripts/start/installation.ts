import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from './child'
import type { Child } from './child'
import { dropDatabase } from './drop-database'
import { startFront } from './front'
import type { Front } from './front'
import { keepRunning } from './keep-running'
import type { KeepRunningOptions, KeptRunning } from './keep-running'
import { secretsOf } from './secrets'
import { demo } from '../../packages/sandbox/src/demo'

export interface Installation {
  readonly url: string
  readonly database: { readonly uri: string; readonly why: string }
  readonly sandboxUrl: string
  readonly hostPid: () => number
  close(): Promise<void>
}
export interface InstallationOptions {
  readonly root: string
  /** Everything this copy keeps: database, sandbox, secrets. */
  readonly stateFolder: string
  readonly port: number
  readonly fresh: boolean
  /** On a server that others use too (MONGODB_URI), each installation has a database of its own. */
  readonly databaseName?: string
  readonly mode: 'running' | 'frozen'
  /** Done while the database comes up. */
  readonly build: () => Promise<void>
  readonly log: (line: string) => void
}

const DATABASE_NAME = 'suixing'

const post = async (url: string, body: unknown): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}: ${await response.text()}`)
}

/**
 * Starts front, database and sandbox beside each other, then the host; whatever fails, nothing is left running. Whichever
 * of the three ends later, by itself or killed, is started again.
 */
export async function startInstallation(options: InstallationOptions): Promise<Installation> {
  const { root, stateFolder, log } = options
  const front = await startFront(root, options.port)
  const children: KeptRunning[] = []
  const close = async (): Promise<void> => {
    await front.close()
    for (const child of [...children].reverse()) await child.stop()
  }
  const keep = async (name: string, start: KeepRunningOptions['start']): Promise<KeptRunning> => {
    const child = await keepRunning({ name, start, log })
    children.push(child)
    return child
  }
  try {
    if (options.fresh)
      for (const name of ['database', 'sandbox', 'media'])
        rmSync(join(stateFolder, name), { recursive: true, force: true })
    const secrets = secretsOf(join(stateFolder, 'secrets.json'))
    const url = `http://127.0.0.1:${front.port}`
    const sandboxOptions = (isFirst: boolean) => ({ ...options, fresh: options.fresh && isFirst })
    const [database] = await Promise.all([
      keep('database', (onExit, last) => startDatabase(options, onExit, last)),
      // The sandbox needs its pages and no database, so neither waits for the other.
      options
        .build()
        .then(() => keep('sandbox', (onExit, last) => startSandbox(sandboxOptions(last === null), front, url, onExit))),
    ])
    const uri = String(database.ready()['uri'])
    // Removing the folder is not enough where the server is somebody else's.
    if (options.fresh) await dropDatabase(uri, options.databaseName ?? DATABASE_NAME)
    const host = await keep('host', (onExit) => startHost(options, front, { url, uri, ...secrets }, onExit))
    return { url, database: { uri, why: String(database.ready()['why']) }, sandboxUrl: url, hostPid: host.pid, close }
  } catch (error) {
    await close()
    throw error
  }
}

type OnExit = (code: number | null) => void

/** A database that comes back comes back at the address the host knows. */
function startDatabase(
  { root, stateFolder, log }: InstallationOptions,
  onExit: OnExit,
  last: Record<string, unknown> | null,
): Promise<Child> {
  const entry = join(root, 'packages/database/src/server/main.ts')
  const port = last && last['kind'] !== 'uri' ? new URL(String(last['uri'])).port : '0'
  const args = [join(root, 'scripts/run.mjs'), entry, '--state', join(stateFolder, 'database'), '--port', port]
  return startChild({ name: 'database', args, log, onExit })
}

async function startSandbox(
  { root, stateFolder, fresh, mode, log }: InstallationOptions,
  front: Front,
  url: string,
  onExit: OnExit,
): Promise<Child> {
  const preload = join(root, 'scripts/start/exit-with-parent.cjs')
  const args = [
    '-r',
    preload,
    join(root, 'scripts/run.mjs'),
    join(root, 'packages/sandbox/src/main.ts'),
    '--port',
    '0',
    '--state',
    join(stateFolder, 'sandbox'),
    '--mode',
    mode,
  ]
  const extra = [
    '--pages',
    join(root, 'packages/sandbox/dist/pages'),
    '--callback-url',
    `${url}/callbacks/wecom`,
    '--trusted',
    new URL(url).host,
  ]
  const all = [...args, ...extra, ...(fresh ? ['--fresh'] : [])]
  const child = await startChild({ name: 'sandbox', args: all, log, onExit })
  front.route({ sandbox: `http://127.0.0.1:${String(child.ready['port'])}` })
  return child
}

interface HostSettings {
  readonly url: string
  readonly uri: string
  readonly sessionKey: string
  readonly hostSecret: string
}

async function startHost(
  { root, stateFolder, log, databaseName = DATABASE_NAME }: InstallationOptions,
  front: Front,
  settings: HostSettings,
  onExit: OnExit,
): Promise<Child> {
  const args = ['-r', join(root, 'scripts/start/exit-with-parent.cjs'), join(root, 'functions/bundle/index.js')]
  const child = await startChild({
    name: 'host',
    args,
    env: {
      ...hostEnvironment(root, settings),
      DATABASE_NAME: databaseName,
      STORAGE_FOLDER: join(stateFolder, 'media'),
    },
    log,
    onExit,
  })
  const own = `http://127.0.0.1:${String(child.ready['port'])}`
  front.route({ host: own })
  try {
    await followClock(settings, own)
    return child
  } catch (error) {
    // Without the clock it would live in another time; whoever keeps it running tries again.
    await child.stop()
    throw error
  }
}

/** The sandbox's clock is the installation's clock; a host that is gone is followed no longer. */
async function followClock({ url, hostSecret }: HostSettings, own: string): Promise<void> {
  const clock = (await (await fetch(`${url}/view/state`)).json()) as {
    clock?: { mode?: string }
    followers?: { url: string }[]
  }
  for (const follower of clock.followers ?? [])
    await post(`${url}/control/unfollow`, { url: follower.url, secret: hostSecret }).catch(() => undefined)
  await post(`${url}/control/follow`, { url: `${own}/__clock`, secret: hostSecret })
  await post(`${url}/control/mode`, { mode: clock.clock?.mode ?? 'running' })
}

function hostEnvironment(root: string, { url, uri, sessionKey, hostSecret }: HostSettings): Record<string, string> {
  const { corp, miniPrograms } = demo
  return {
    MONGODB_URI: uri,
    PORT: '0',
    PUBLIC_URL: url,
    SESSION_KEY: sessionKey,
    HOST_SECRET: hostSecret,
    WECOM_BASE_URL: `${url}/wecom/cgi-bin`,
    WECOM_LOGIN_URL: `${url}/wecom`,
    WECHAT_BASE_URL: `${url}/wechat`,
    WECOM_CORP_ID: corp.corpid,
    WECOM_AGENT_ID: String(corp.agentid),
    WECOM_SECRET: corp.corpsecret,
    WECOM_CALLBACK_TOKEN: corp.callbackToken,
    WECOM_CALLBACK_AES_KEY: corp.encodingAesKey,
    PATIENT_APP_ID: miniPrograms.patient.appid,
    PATIENT_APP_SECRET: miniPrograms.patient.secret,
    PHYSICIAN_APP_ID: miniPrograms.physician.appid,
    PHYSICIAN_APP_SECRET: miniPrograms.physician.secret,
    PROGRAMMES_FOLDER: join(root, 'packages/programmes'),
    STAFF_FILE: join(root, 'scripts/start/demo-staff.json'),
    REPLY_TEMPLATE_ID: demo.templates[3].id,
    CLOCK: 'followed',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  }
}
