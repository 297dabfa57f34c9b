import type { Repositories } from '../repositories'
import { any, at, lease } from './call'
import type { Calls } from './call'
import { conversationCalls } from './conversation-calls'

/** Every method of every repository over growing collections, called as the product calls it. */
export const productCalls: Calls = {
  ...conversationCalls,
  agenda: {
    wake: (of) => of.wake('p7', at),
    claim: (of) => of.claim(at, 1, 1, 'token'),
    finish: (of) => of.finish(any(lease), null),
    fail: (of) => of.fail(any(lease), at, 'why'),
    nextDue: (of) => of.nextDue(),
    failing: (of) => of.failing(),
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
  families: {
    invite: (of) =>
      of.invite({
        _id: 'new',
        patientId: 'p1',
        programmeId: 'g1',
        name: '王芳',
        relation: '女儿',
        invitedAt: at,
        expiresAt: at,
      }),
    accept: (of) => of.accept('none', 'o1', at),
    latestOf: (of) => of.latestOf('o7'),
    active: (of) => of.active('f1'),
    ofPatient: (of) => of.ofPatient('p1'),
    remove: (of) => of.remove('p1', 'none', at),
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
export const small: Partial<Record<keyof Repositories, readonly string[]>> = {
  duty: ['ofProgramme', 'save', 'macrosOf', 'saveMacros', 'touch', 'activityOf'],
  kfAccounts: [
    'byId',
    'ofProgramme',
    'save',
    'ring',
    'claim',
    'advance',
    'troubled',
    'finish',
    'fail',
    'nextPullAt',
    'anyPending',
  ],
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
  staff: ['byId', 'byIds', 'byUserid', 'byAccount', 'withRole', 'withRoles', 'save', 'touch', 'touchAll'],
}
