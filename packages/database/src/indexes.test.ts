import mongoose from 'mongoose'
import type { Connection, mongo } from 'mongoose'
import { missesIndex } from './platform/explain-uses-index'
import type { KeyPatterns } from './platform/explain-uses-index'
import { givesOrder } from './platform/gives-order'
import { ownDatabase } from './platform/own-database'
import type { OwnDatabase } from './platform/own-database'
import { collections, repositories } from './repositories'
import type { Repositories } from './repositories'
import { GROWN, grownRows } from './testdata/grown-rows'

type Document = mongo.BSON.Document
interface Query {
  readonly collection: string
  readonly filter: Document
  readonly sort?: Document
  readonly limit?: number
}

const at = '2026-02-01T00:00:00.000Z'
const any = <T>(value: unknown): T => value as T
const lease = { _id: 'none', leaseToken: 'none', wakes: 0, doorbells: 0, revision: 0, state: 'planned' }

/** Every method of every repository over growing collections, called as the product calls it. */
const calls: { readonly [Name in keyof Repositories]?: Record<string, (of: Repositories[Name]) => unknown> } = {
  agenda: {
    wake: (of) => of.wake('p7', at),
    claim: (of) => of.claim(at, 1, 1, 'token'),
    finish: (of) => of.finish(any(lease), null),
    fail: (of) => of.fail(any(lease), at, 'why'),
    nextDue: (of) => of.nextDue(),
    failing: (of) => of.failing(),
  },
  conversations: {
    byId: (of) => of.byId('c1'),
    ofPatient: (of) => of.ofPatient('p1'),
    ofPatients: (of) => of.ofPatients(['p1', 'p2']),
    countWaiting: (of) => of.countWaiting('g1'),
    open: (of) => of.open({ _id: 'c1', patientId: 'p1', programmeId: 'g1' }),
    setKf: (of) => of.setKf('c1', 'wk', 'wm'),
    patientWrote: (of) => of.patientWrote('c1', at),
    reserve: (of) => of.reserve('c2', 'm', at, 'ordinary'),
    release: (of) => of.release('c1', 'm'),
    closeWindow: (of) => of.closeWindow('c1', at),
    setState: (of) => of.setState('c1', { state: 'assistant', waitingSince: null, waitingFor: null }),
  },
  enrolments: {
    byId: (of) => of.byId('e1'),
    byIds: (of) => of.byIds(['e1', 'e2']),
    ofPatient: (of) => of.ofPatient('p1'),
    ofPatients: (of) => of.ofPatients(['p1', 'p2']),
    ofPhysician: (of) => of.ofPhysician('doctor1'),
    ofProgramme: async (of) => {
      for (const status of [null, 'invited'] as const)
        for (const after of [null, 'e2']) await of.ofProgramme('g1', status, after, 50)
    },
    countByStatus: (of) => of.countByStatus('g1'),
    invite: (of) =>
      of.invite(
        { _id: 'e1', patientId: 'p1', programmeId: 'g1', contactWayId: null, responsiblePhysicianId: 'doctor1' },
        at,
      ),
    setFriend: (of) => of.setFriend('e1', { userid: 'lin', externalUserid: 'wm', active: true }),
    enrol: (of) => of.enrol('e1', { version: '1', scopes: ['care'] }, at),
    withdraw: (of) => of.withdraw('none', 'why', at),
    inviteAgain: (of) => of.inviteAgain('none', at),
    setRulesChangeAt: (of) => of.setRulesChangeAt('e1', null),
  },
  identities: {
    findPatientId: (of) => of.findPatientId({ kind: 'wecom', space: 'ww', value: '1' }),
    patient: (of) => of.patient('p1'),
    patients: (of) => of.patients(['p1', 'p2']),
    link: (of) => of.link({ kind: 'wecom', space: 'ww', value: '1' }, 'p1', 'callback', at),
    linksOf: (of) => of.linksOf('p1'),
    createPatient: (of) => of.createPatient({ _id: 'p1', name: 'x', gender: 'unknown', timeZone: 'UTC' }, at),
    setProfile: (of) => of.setProfile('p1', { profile: null }),
    setGlucose: (of) => of.setGlucose('p1', null),
    addOptOut: (of) => of.addOptOut('p1', { scope: { all: true }, at }),
    removeOptOut: (of) => of.removeOptOut('p1', { all: true }),
    touch: (of) => of.touch('p1', at),
    createEntryKey: (of) =>
      of.createEntryKey({
        _id: 'new',
        patientId: 'p1',
        programmeId: 'g1',
        purpose: 'kf',
        createdAt: at,
        expiresAt: at,
        usedBy: null,
        url: null,
      }),
    entryKeyOf: (of) => of.entryKeyOf('p1', 'kf', 'g1'),
    setEntryKeyUrl: (of) => of.setEntryKeyUrl('k1', 'https://work.weixin.qq.com/kfid/k1'),
    useEntryKey: (of) => of.useEntryKey('k1', 'wm', at),
  },
  inbox: {
    keep: (of) => of.keep({ _id: 'new', source: 'wecom', xml: '', receivedAt: at }),
    claim: (of) => of.claim({ now: at, realNow: 1, leaseMs: 1, token: 'token', limit: 20 }),
    done: (of) => of.done([any(lease)], at),
    release: (of) => of.release([any(lease)]),
    fail: (of) => of.fail(any(lease), at, 'why'),
    parked: (of) => of.parked(),
    nextDue: (of) => of.nextDue(),
    forget: (of) => of.forget('2026-01-01T09:00:00.000Z'),
  },
  messages: {
    byId: (of) => of.byId('m1'),
    keep: (of) =>
      of.keep({
        _id: 'new',
        conversationId: 'c1',
        patientId: 'p1',
        at,
        author: { kind: 'system' },
        text: 'x',
        channel: 'kf',
        state: 'received',
      }),
    settle: (of) => of.settle('m1', 'sent', null),
    claimUnsettled: (of) => of.claimUnsettled(1, 1),
    ofPatient: (of) => of.ofPatient('p1', 20),
    ofConversation: (of) => of.ofConversation('c1', 20),
    adopt: (of) => of.adopt('c9', 'c8', 'p8'),
  },
  readings: {
    known: (of) => of.known(['r1', 'r2']),
    add: (of) => of.add([any({ _id: 'new', patientId: 'p1', at, kind: 'number', value: 5, unit: 'mmol/L' })]),
    between: (of) => of.between('p1', '2026-01-02T00:00:00.000Z', at),
    latest: (of) => of.latest('p1'),
    beginImport: (of) =>
      of.beginImport(any({ _id: 'i1', patientId: 'p1', at, by: 'p1', digest: 'd', attribution: null, report: {} })),
    finishImport: (of) => of.finishImport('i1', any({})),
    importsOf: (of) => of.importsOf('p1'),
  },
  tags: {
    ofPatient: (of) => of.ofPatient('p1'),
    ofPatients: (of) => of.ofPatients(['p1', 'p2']),
    ofEnrolment: (of) => of.ofEnrolment('e1'),
    countNotWritten: (of) => of.countNotWritten(),
    change: (of) =>
      of.change({ patientId: 'p1', enrolmentId: 'e1', tagId: 'a', present: true, provenance: any({}) }, at),
    noteWecom: (of) => of.noteWecom('t1', at, any({ state: 'written' })),
    wecomTag: (of) => of.wecomTag('a'),
    saveWecomTag: (of) => of.saveWecomTag({ _id: 'a', wecomTagId: 'et', group: 'g', name: 'n' }),
  },
  touchpoints: {
    byId: (of) => of.byId('tp1'),
    byIds: (of) => of.byIds(['tp1', 'tp2']),
    ofPatient: (of) => of.ofPatient('p1'),
    ofPatients: (of) => of.ofPatients(['p1', 'p2']),
    dueBetween: (of) => of.dueBetween('g1', '2026-01-31T00:00:00.000Z', at),
    count: (of) => of.count('g1', ['planned', 'due']),
    countByState: (of) => of.countByState('g1'),
    create: (of) => of.create(any({ _id: 'new', key: 'new', patientId: 'p1', due: at, createdAt: at, reason: {} })),
    transition: (of) => of.transition(any(lease), { to: 'due', reason: { code: 'reached-due', params: {} }, at }),
  },
  staff: {
    beginSignIn: (of) => of.beginSignIn({ _id: 'new', cookieDigest: 'c', expiresAt: at }),
    endSignIn: (of) => of.endSignIn('s9', 'c', at),
    forgetSignIns: (of) => of.forgetSignIns('2026-01-01T09:00:00.000Z'),
  },
  welcomes: {
    byId: (of) => of.byId('w1'),
    trying: (of) => of.trying('w1', 'e1', at),
    settle: (of) => of.settle('w1', 'sent', null),
  },
}
/** Methods over collections that do not grow. */
const small: Partial<Record<keyof Repositories, readonly string[]>> = {
  kfAccounts: ['byId', 'ofProgramme', 'save', 'ring', 'claim', 'advance', 'finish', 'fail', 'nextPullAt', 'anyPending'],
  programmes: [
    'publish',
    'current',
    'contactWays',
    'contactWayByState',
    'contactWay',
    'wantContactWay',
    'settleContactWay',
    'countScan',
  ],
  staff: ['byId', 'byIds', 'byUserid', 'byAccount', 'withRole', 'save', 'touch'],
}

/** The driver keeps a sort as a map, whose entries a plain look would not see. */
const plain = (sort: unknown): Document => (sort instanceof Map ? Object.fromEntries(sort) : (sort as Document))

/** What a command of the driver looks for, as filters. */
function queriesOf(command: Document): Query[] {
  const [name = ''] = Object.keys(command)
  const collection = String(command[name])
  switch (name) {
    case 'find':
      return [
        {
          collection,
          filter: command['filter'] as Document,
          ...(command['sort'] ? { sort: plain(command['sort']) } : {}),
          ...(command['limit'] ? { limit: Number(command['limit']) } : {}),
        },
      ]
    case 'findAndModify':
      return [
        {
          collection,
          filter: command['query'] as Document,
          ...(command['sort'] ? { sort: plain(command['sort']) } : {}),
          limit: 1,
        },
      ]
    case 'aggregate': {
      const [first] = command['pipeline'] as Document[]
      return [{ collection, filter: (first?.['$match'] as Document | undefined) ?? {} }]
    }
    case 'count':
    case 'distinct':
      return [{ collection, filter: (command['query'] as Document | undefined) ?? {} }]
    case 'update':
      return (command['updates'] as Document[]).map(({ q }) => ({ collection, filter: q as Document }))
    case 'delete':
      return (command['deletes'] as Document[]).map(({ q }) => ({ collection, filter: q as Document }))
    default:
      return []
  }
}

describe('every query on a growing collection', () => {
  const growing = new Set(collections.filter((one) => one.growing).map(({ name }) => name))
  const methods = Object.entries(calls).flatMap(([repository, own]) =>
    Object.entries(own).map(([method, call]) => ({ repository, method, call: call as (of: unknown) => unknown })),
  )
  let database: OwnDatabase
  let watched: Connection
  let seen: Query[] = []

  beforeAll(async () => {
    database = await ownDatabase()
    for (const [name, row] of Object.entries(grownRows))
      await database.connection.collection(name).insertMany(Array.from({ length: GROWN }, (_, n) => row(n)) as never)
    const options = { dbName: database.connection.name, autoIndex: false, autoCreate: false, monitorCommands: true }
    watched = await mongoose.createConnection(database.uri, options).asPromise()
    watched.getClient().on('commandStarted', ({ command }) => seen.push(...queriesOf(command as Document)))
  }, 120_000)
  afterAll(async () => {
    await watched?.close()
    await database?.close()
  }, 30_000)

  async function patternsOf(collection: string): Promise<KeyPatterns> {
    const made = await database.connection.collection(collection).indexes()
    return Object.fromEntries(made.map(({ name, key }) => [name, key]))
  }

  async function explain({ collection, ...query }: Query): Promise<string | null> {
    const patterns = await patternsOf(collection)
    const command = { explain: { find: collection, ...query }, verbosity: 'queryPlanner' }
    const explained = await (database.connection.db as NonNullable<Connection['db']>).command(command)
    return missesIndex(explained, query.filter, patterns)
  }

  /** Asks until the server has counted the rows that were just written; DocumentDB does within two seconds. */
  async function settled(query: Query, wanted: (why: string | null) => boolean): Promise<string | null> {
    const end = Date.now() + 15_000
    for (;;) {
      const why = await explain(query)
      if (wanted(why) || Date.now() > end) return why
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  it('is seeded, all of them', () => {
    expect(Object.keys(grownRows).sort()).toEqual([...growing].sort())
  })
  it('is asked here: no method is left out', () => {
    for (const [name, repository] of Object.entries(database.repositories)) {
      const asked = [
        ...Object.keys(calls[name as keyof Repositories] ?? {}),
        ...(small[name as keyof Repositories] ?? []),
      ]
      expect({ name, methods: asked.sort() }).toEqual({ name, methods: Object.keys(repository).sort() })
    }
  })

  it.each(methods.map((one) => [`${one.repository}.${one.method}`, one] as const))(
    '%s uses an index, and its order where it takes the first few',
    async (_name, { repository, call }) => {
      const own = repositories(watched)[repository as keyof Repositories]
      seen = []
      await call(own)
      const asked = seen.filter(({ collection }) => growing.has(collection))
      for (const query of asked) {
        const why = await settled(query, (answer) => answer === null)
        expect({ query, why }).toEqual({ query, why: null })
        const { collection, filter, sort, limit } = query
        const isOrdered = !sort || !limit || givesOrder(filter, sort, await patternsOf(collection))
        expect({ query, isOrdered }).toEqual({ query, isOrdered: true })
      }
    },
    40_000,
  )

  it('is found out when its index is gone', async () => {
    const query = { collection: 'touchpoints', filter: { patientId: 'p1' }, sort: { due: 1 } }
    expect(await explain(query)).toBeNull()
    await database.connection.collection('touchpoints').dropIndex('patientId_1_due_1')
    expect(await settled(query, (answer) => answer !== null)).toMatch(/whole collection|end to end/)
  }, 40_000)
})
