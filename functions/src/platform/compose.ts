import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { staffRole } from '@suixing/contracts'
import type { ProgrammeDefinition } from '@suixing/contracts'
import { connect, prepareCollections, repositories } from '@suixing/database'
import type { Repositories } from '@suixing/database'
import { loadProgrammes } from '@suixing/programmes'
import { folderStorage, s3Storage } from '@suixing/storage'
import type { Storage } from '@suixing/storage'
import { createWechat } from '@suixing/wechat'
import { createCallbackCipher, createWecom } from '@suixing/wecom'
import * as z from 'zod'
import { drainInbox } from '../callbacks/drain-inbox'
import { pullKf } from '../conversation/pull-kf'
import { settleMessages } from '../conversation/settle-messages'
import { wakeSnoozed } from '../conversation/wake-snoozed'
import { runEscalations } from '../escalation/run-escalations'
import { drainPatients } from '../followup/drain-patients'
import { fetchMedia } from '../media/fetch-media'
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
  await Promise.all([publishProgrammes(definitions, store, clock.instant()), seedStaff(config, store, definitions)])
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
    storage: storageOf(config),
    workshop: queue,
    nudge: nudgeOf(config, queue, log),
  }
  queue.register('inbox', () => drainInbox(product))
  queue.register('kf', () => pullKf(product))
  queue.register('patients', () => drainPatients(product))
  queue.register('messages', () => settleMessages(product))
  queue.register('media', () => fetchMedia(product))
  queue.register('escalations', () => runEscalations(product))
  queue.register('snoozed', () => wakeSnoozed(product))
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

function storageOf({ bucket, STORAGE_FOLDER: folder }: Config): Storage {
  if (!bucket) return folderStorage(folder)
  return s3Storage({
    region: bucket.S3_REGION,
    bucket: bucket.S3_BUCKET,
    accessKeyId: bucket.S3_ACCESS_KEY_ID,
    secretAccessKey: bucket.S3_SECRET_ACCESS_KEY,
    forcePathStyle: bucket.S3_ADDRESSING === 'path',
    ...(bucket.S3_ENDPOINT ? { endpoint: bucket.S3_ENDPOINT } : {}),
  })
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
    /** Told of red flags at any hour, until the console names somebody else. */
    onCall: z.boolean().default(false),
  }),
)

async function seedStaff(
  config: Config,
  store: Repositories,
  definitions: readonly ProgrammeDefinition[],
): Promise<void> {
  if (config.STAFF_FILE) {
    const people = staffFile.parse(JSON.parse(await readFile(config.STAFF_FILE, 'utf8')))
    await Promise.all(
      people.map(({ id, userid, onCall: _, ...person }) =>
        store.staff.save({
          _id: id,
          userid: userid?.toLowerCase() ?? null,
          account: null,
          passwordHash: null,
          ...person,
        }),
      ),
    )
    const onCall = people.find((person) => person.onCall)
    if (onCall) await nameOnCall(store, definitions, onCall.id)
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

/** A programme whose duty nobody has set yet gets the person the staff file names. */
async function nameOnCall(
  store: Repositories,
  definitions: readonly ProgrammeDefinition[],
  staffId: string,
): Promise<void> {
  for (const { id, duty } of definitions) {
    if (!(await store.duty.ofProgramme(id)))
      await store.duty.save({ _id: id, hours: duty, members: [], onCall: staffId })
  }
}
