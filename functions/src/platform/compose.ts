import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { staffRole } from '@suixing/contracts'
import type { ProgrammeDefinition } from '@suixing/contracts'
import { connect, prepareCollections, repositories } from '@suixing/database'
import type { Repositories } from '@suixing/database'
import { loadProgrammes } from '@suixing/programmes'
import { createWechat } from '@suixing/wechat'
import { createCallbackCipher, createWecom } from '@suixing/wecom'
import * as z from 'zod'
import { drainInbox } from '../callbacks/drain-inbox'
import { pullKf } from '../conversation/pull-kf'
import { settleMessages } from '../conversation/settle-messages'
import { drainPatients } from '../followup/drain-patients'
import { ensureKfAccounts } from '../programme/ensure-kf-accounts'
import { programmeBook } from '../programme/programme-book'
import { hashPassword } from '../sign-in/staff-sign-in'
import { followedClock, systemClock } from './clock'
import type { Clock } from './clock'
import type { Config } from './config'
import { createLog } from './log'
import type { Logger } from './log'
import { inProcessNudge, postedNudge } from './nudge'
import type { Nudge } from './nudge'
import type { Product } from './product'
import { sessions } from './session'
import { workshop } from './workshop'
import type { Workshop } from './workshop'

export interface Composition {
  readonly product: Product
  close(): Promise<void>
}

/** The one place where parts are put together. Clients differ from production by base URL only. */
export async function compose(config: Config, clock: Clock = clockOf(config)): Promise<Composition> {
  const log = createLog(config.LOG_LEVEL)
  const [connection, definitions] = await Promise.all([
    connect(config.MONGODB_URI, config.DATABASE_NAME),
    loadProgrammes(config.PROGRAMMES_FOLDER),
  ])
  performance.mark('start:connected')
  await prepareCollections(connection)
  performance.mark('start:collections')
  const store = repositories(connection)
  await Promise.all([publishProgrammes(definitions, store, clock.instant()), seedStaff(config, store)])
  const queue = workshop(log)
  const product: Product = {
    config,
    clock,
    realNow: () => Date.now(),
    log,
    sessions: sessions(config.SESSION_KEY, clock),
    repositories: store,
    programmes: programmeBook(await store.programmes.current()),
    wecom: config.corp
      ? createWecom({
          baseUrl: config.WECOM_BASE_URL,
          corpId: config.corp.WECOM_CORP_ID,
          secret: config.corp.WECOM_SECRET,
          fetch,
          clock,
        })
      : null,
    callbackCipher: config.corp
      ? createCallbackCipher({
          token: config.corp.WECOM_CALLBACK_TOKEN,
          encodingAesKey: config.corp.WECOM_CALLBACK_AES_KEY,
          receiveId: config.corp.WECOM_CORP_ID,
        })
      : null,
    wechat: wechatOf(config, clock),
    workshop: queue,
    nudge: nudgeOf(config, queue, log),
  }
  queue.register('inbox', () => drainInbox(product))
  queue.register('kf', () => pullKf(product))
  queue.register('patients', () => drainPatients(product))
  queue.register('messages', () => settleMessages(product))
  await ensureKfAccounts(product)
  performance.mark('start:programmes')
  return {
    product,
    async close() {
      await queue.idle()
      await connection.close()
    },
  }
}

const clockOf = (config: Config): Clock =>
  config.CLOCK === 'followed' ? followedClock(() => performance.now(), new Date().toISOString()) : systemClock()

/** NUDGE_URL is set where instances freeze after answering. */
const nudgeOf = ({ NUDGE_URL: url, HOST_SECRET: secret }: Config, queue: Workshop, log: Logger): Nudge =>
  url && secret ? postedNudge({ url, secret, log }) : inProcessNudge(queue)

function wechatOf({ apps, WECHAT_BASE_URL: baseUrl }: Config, clock: Clock): Product['wechat'] {
  if (!apps) return { patient: null, physician: null }
  const patient = createWechat({ baseUrl, appId: apps.PATIENT_APP_ID, secret: apps.PATIENT_APP_SECRET, fetch, clock })
  const { PHYSICIAN_APP_ID: appId, PHYSICIAN_APP_SECRET: secret } = apps
  return { patient, physician: appId && secret ? createWechat({ baseUrl, appId, secret, fetch, clock }) : null }
}

async function publishProgrammes(
  definitions: readonly ProgrammeDefinition[],
  store: Repositories,
  at: string,
): Promise<void> {
  for (const definition of definitions) {
    await store.programmes.publish(
      definition,
      createHash('sha256').update(JSON.stringify(definition)).digest('hex'),
      at,
    )
  }
}

const staffFile = z.array(
  z.object({
    id: z.string().min(1),
    userid: z.string().nullable(),
    name: z.string().min(1),
    title: z.string(),
    role: staffRole,
  }),
)

async function seedStaff(config: Config, store: Repositories): Promise<void> {
  if (config.STAFF_FILE) {
    const people = staffFile.parse(JSON.parse(await readFile(config.STAFF_FILE, 'utf8')))
    await Promise.all(
      people.map(({ id, userid, ...person }) =>
        store.staff.save({
          _id: id,
          userid: userid?.toLowerCase() ?? null,
          account: null,
          passwordHash: null,
          ...person,
        }),
      ),
    )
  }
  if (config.CONSOLE_ACCOUNT && config.CONSOLE_PASSWORD) {
    const passwordHash = await hashPassword(config.CONSOLE_PASSWORD)
    await store.staff.save({
      _id: `local-${config.CONSOLE_ACCOUNT}`,
      userid: null,
      name: config.CONSOLE_ACCOUNT,
      title: '运营',
      role: 'operator',
      account: config.CONSOLE_ACCOUNT,
      passwordHash,
    })
  }
}
