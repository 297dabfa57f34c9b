import { errorEnvelope, routes } from '@suixing/contracts'
import type { RouteName } from '@suixing/contracts'
import { demo } from '@suixing/sandbox'
import { addUser, chat, contactWay, enrol, enrolBody } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { signInPatient, signInPhysician } from '../testing/sign-in'
import { createWorld } from '../testing/world'
import type { Answer, CallOptions, World } from '../testing/world'
import { modules } from '../modules'
import { declaredTriggers } from './serve'

let world: World
let own: Invited
let other: Invited
const session = { patient: '', physician: '', otherPhysician: '', console: '', stranger: '' }

beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
  own = await enrol(world, 'wangxiulan')
  other = await enrol(world, 'zhaoguoqiang', 'chensiyuan')
  Object.assign(session, {
    patient: own.token,
    physician: await signInPhysician(world),
    otherPhysician: await signInPhysician(world, 'chensiyuan'),
    console: await world.signInConsole(),
    stranger: (await signInPatient(world, addUser(world, 'stranger'))).token,
  })
})
afterAll(() => world.close())

/** Every refusal is the one envelope, and names its request. */
function refused(answer: Answer): { status: number; code: string } {
  const envelope = errorEnvelope.parse(answer.body)
  expect(answer.headers.get('x-request-id')).toBe(envelope.requestId)
  expect(envelope.requestId).not.toBe('')
  return { status: answer.status, code: envelope.code }
}

const words = { kind: 'text', text: '好', clientId: '7d9f2c1a-1f0e-4c55-9d7e-2f6b8d3a9c10' }
/** A body that passes the route's schema, so that what refuses is the guard. */
const bodies: Partial<Record<RouteName, unknown>> = {
  enrol: enrolBody,
  setPreferences: enrolBody.preferences,
  optOut: { scope: { topic: 'reminder' } },
  optIn: { scope: { topic: 'reminder' } },
  reply: { text: '好', clientId: '7d9f2c1a-1f0e-4c55-9d7e-2f6b8d3a9c10' },
  createContactWay: { physicianId: 'linzhiyuan' },
  patientSay: words,
  familySay: words,
  inviteFamily: { name: '王芳', relation: '女儿' },
  patientRead: { upTo: demo.firstInstant },
  patientRate: { handOverId: 'ho_0', score: 3 },
  patientSubscribed: { results: {} },
  physicianSend: words,
  physicianAct: { action: 'take' },
  consoleSend: words,
  consoleAct: { action: 'take' },
  assign: { to: null },
  setMacros: { macros: [] },
  setDuty: { hours: { workdays: [1], from: 480, to: 1050 }, members: [], onCall: null },
}
const ofProgramme = ['programme', 'createContactWay', 'macros', 'setMacros', 'duty', 'setDuty', 'conversationFigures']

const names = Object.keys(routes) as RouteName[]
const guardedBy = (guard: string): RouteName[] => names.filter((name) => routes[name].guard === guard)
/** Calls a route with an id that means something to it. */
function ask(name: RouteName, options: CallOptions, id: string = idFor(name)): Promise<Answer> {
  const route = routes[name]
  const query =
    'file' in route
      ? '?mode=preview&fileName=a.csv&kind=image'
      : name === 'searchMessages'
        ? '?q=%E8%A1%80%E7%B3%96'
        : name === 'patientContent'
          ? '?programmeId=type-2-diabetes'
          : ''
  const body =
    'file' in route ? { raw: Buffer.from('a,b') } : route.method === 'GET' ? {} : { body: bodies[name] ?? {} }
  return world.call(route.method, route.path.replace(':id', id) + query, { ...body, ...options })
}
function idFor(name: RouteName): string {
  if (ofProgramme.includes(name)) return 'type-2-diabetes'
  if (routes[name].path.includes('/conversations/')) return `type-2-diabetes:${own.patientId}`
  return routes[name].path.includes('/enrolments/') ? own.enrolmentId : own.patientId
}
const guarded = names.filter((name) => routes[name].guard !== 'nobody-yet')

it('every route of the contract is served under its own guard, and nothing else is open', () => {
  expect(modules.length).toBeGreaterThan(0)
  const http = declaredTriggers.filter(({ type }) => type === 'http')
  for (const name of names)
    expect(http).toContainEqual(
      expect.objectContaining({
        name,
        path: routes[name].path,
        method: routes[name].method,
        guard: routes[name].guard,
      }),
    )
  const open = http
    .filter(({ guard }) => guard === 'nobody-yet' || guard === 'wecom-signature')
    .map(({ method, path }) => `${method} ${path}`)
  expect(open.sort()).toEqual([
    'GET /api/console/sign-in',
    'GET /api/console/sign-in/wecom',
    'GET /api/console/sign-in/wecom/return',
    'GET /callbacks/wecom',
    'POST /api/console/session/password',
    'POST /api/family/session',
    'POST /api/patient/session',
    'POST /api/physician/session',
    'POST /callbacks/wecom',
  ])
})

describe('without a session', () => {
  it.each(guarded)('%s', async (name) => {
    expect(refused(await ask(name, { headers: { 'x-suixing': 'console' } }))).toEqual({
      status: 401,
      code: 'not-signed-in',
    })
    expect(
      refused(
        await ask(name, {
          token: 'eyJhbGciOiJub25lIn0.e30.',
          headers: { cookie: 'suixing_staff=nonsense', 'x-suixing': 'console' },
        }),
      ),
    ).toEqual({ status: 401, code: 'not-signed-in' })
  })
})

describe('with the session of somebody else', () => {
  const wrong = {
    patient: ['physician', 'console'],
    physician: ['patient', 'console'],
    staff: ['patient', 'physician'],
  } as const
  const cases = (['patient', 'physician', 'staff'] as const).flatMap((guard) =>
    guardedBy(guard).flatMap((name) => wrong[guard].map((kind) => [name, kind] as const)),
  )

  it.each(cases)('%s: a %s', async (name, kind) => {
    const token = session[kind].replace('suixing_staff=', '')
    // The same token in both places a session may stand.
    const { status, code } = refused(
      await ask(name, { token, headers: { cookie: `suixing_staff=${token}`, 'x-suixing': 'console' } }),
    )
    expect([401, 403]).toContain(status)
    expect(['not-signed-in', 'forbidden']).toContain(code)
  })

  it.each(guardedBy('staff'))('%s: a console session without the header no other site can send', async (name) => {
    expect(refused(await ask(name, { headers: { cookie: session.console } }))).toEqual({
      status: 403,
      code: 'forbidden',
    })
  })

  it('a token whose signature was cut or whose payload was changed', async () => {
    const [head, payload, signature] = session.patient.split('.')
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), aud: 'physician' }),
    ).toString('base64url')
    for (const token of [`${head}.${payload}.`, `${head}.${other}.${signature}`, `${head}.${payload}`]) {
      expect(refused(await ask('patientMe', { token }))).toEqual({ status: 401, code: 'not-signed-in' })
    }
  })
})

describe("on another's data", () => {
  const nowhere = 'en_ffffffffffffffffffffffffffff'

  it.each(['enrolmentOffer', 'enrol', 'withdraw'] as const)(
    "%s of another patient's enrolment says the same as of one that is not",
    async (name) => {
      const theirs = await ask(name, { token: own.token }, other.enrolmentId)
      const none = await ask(name, { token: own.token }, nowhere)
      expect(refused(theirs)).toEqual({ status: 403, code: 'forbidden' })
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
      expect(none.status).toBe(403)
    },
  )

  it.each(['physicianPatient', 'reply'] as const)(
    "%s of another physician's patient says the same as of one that is not",
    async (name) => {
      const theirs = await ask(name, { token: session.physician }, other.patientId)
      const none = await ask(name, { token: session.physician }, 'pa_ffffffffffffffffffffffffffff')
      expect(refused(theirs)).toEqual({ status: 403, code: 'forbidden' })
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
      expect(none.status).toBe(403)
    },
  )

  it.each(['physicianConversation', 'physicianSend', 'physicianAct'] as const)(
    '%s of a conversation the physician takes no part in says the same as of one that is not',
    async (name) => {
      const theirs = await ask(name, { token: session.physician }, `type-2-diabetes:${other.patientId}`)
      const none = await ask(name, { token: session.physician }, 'type-2-diabetes:nobody')
      expect(refused(theirs)).toEqual({ status: 403, code: 'forbidden' })
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
    },
  )

  it('a file needs its own link, which ends and opens no other', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const sent = await world.call('POST', '/api/patient/media?kind=image', { token: own.token, raw: png })
    const { id, url } = sent.body.media as { id: string; url: string }
    expect((await world.call('GET', url)).status).toBe(200)
    for (const wrong of [
      `/api/media/${id}`,
      url.replace(id, 'me_ffffffffffffffffffffffffffff'),
      url.replace(/until=\d/, 'until=9'),
    ])
      expect(refused(await world.call('GET', wrong))).toEqual({ status: 401, code: 'not-signed-in' })
  })

  it('leaves what it refused as it was', async () => {
    const me = await world.call('GET', '/api/patient/me', { token: other.token })
    expect(me.body.enrolments).toEqual([expect.objectContaining({ status: 'enrolled' })])
    expect(await chat(world, 'zhaoguoqiang', 'kf')).toEqual([])
  })

  it('a physician lists only their own patients', async () => {
    for (const [token, patientId] of [
      [session.physician, own.patientId],
      [session.otherPhysician, other.patientId],
    ] as const) {
      const list = await world.call('GET', '/api/physician/patients?filter=all', { token })
      expect(list.body.rows.map(({ id }: { id: string }) => id)).toEqual([patientId])
    }
  })

  it('the console says that a patient or programme is not there', async () => {
    const cookie = session.console
    for (const path of ['/patients/nobody', '/patients/nobody/glucose', '/programmes/nothing']) {
      expect(refused(await world.call('GET', `/api/console${path}`, { cookie }))).toEqual({
        status: 404,
        code: 'not-found',
      })
    }
  })
})

describe('a WeChat user nobody invited', () => {
  it.each(guardedBy('patient'))('%s: not linked', async (name) => {
    expect(refused(await ask(name, { token: session.stranger }))).toEqual({ status: 409, code: 'identity-not-linked' })
  })
})

describe('an address or body that is none', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/api/patient/nothing'],
    ['GET', '/api/console/patients/a/b/c'],
    ['DELETE', '/api/patient/me'],
    ['GET', '/api/patient/session'],
    ['PUT', '/api/patient/opt-outs'],
    ['GET', '/drain'],
    ['GET', '//'],
    ['GET', '/api/patient/../../etc/passwd'],
  ])('%s %s is not found', async (method, path) => {
    expect(refused(await world.call(method, path, { token: own.token }))).toEqual({ status: 404, code: 'not-found' })
  })

  it('an id that does not decode or is far too long finds nothing', async () => {
    for (const id of ['%E0%A4%A', '%00', 'x'.repeat(4000)]) {
      const { status } = refused(await world.call('GET', `/api/physician/patients/${id}`, { token: session.physician }))
      expect([400, 403, 404]).toContain(status)
    }
  })

  it.each([
    ['not JSON', Buffer.from('{"consent":'), 'body'],
    ['an array', Buffer.from('[]'), 'body'],
    ['null', Buffer.from('null'), 'body'],
    ['nothing', Buffer.from(''), 'body.consent'],
    [
      'a consent without scopes',
      Buffer.from(JSON.stringify({ ...enrolBody, consent: { version: '1.0' } })),
      'body.consent.scopes',
    ],
    [
      'a year in words',
      Buffer.from(JSON.stringify({ ...enrolBody, profile: { diagnosisYear: '2014', therapy: 'oral' } })),
      'body.profile.diagnosisYear',
    ],
  ])('%s names its field', async (_, raw, field) => {
    const answer = await world.call('POST', `/api/patient/enrolments/${own.enrolmentId}/enrol`, {
      token: own.token,
      raw,
    })
    expect(refused(answer)).toEqual({ status: 400, code: 'bad-request' })
    expect(answer.body.field).toBe(field)
  })

  it.each([
    ['patientGlucose', '?days=3', 'query.days'],
    ['patientGlucoseImport', '?mode=commit', 'query.fileName'],
  ] as const)('%s%s names its field', async (name, query, field) => {
    const answer = await world.call(routes[name].method, `${routes[name].path}${query}`, { token: own.token })
    expect(refused(answer)).toEqual({ status: 400, code: 'bad-request' })
    expect(answer.body.field).toBe(field)
  })

  it('a body over a megabyte is too large, with and without saying how long it is', async () => {
    const raw = Buffer.alloc((1 << 20) + 1, 32)
    expect(refused(await world.call('POST', '/api/patient/session', { raw }))).toEqual({
      status: 413,
      code: 'too-large',
    })
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(raw))
        controller.close()
      },
    })
    const streamed = await fetch(`${world.url}/api/patient/session`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
    expect(errorEnvelope.parse(await streamed.json()).code).toBe('too-large')
  })
})

describe('signing in', () => {
  it('a code WeChat or WeCom does not know', async () => {
    expect(refused(await world.call('POST', '/api/patient/session', { body: { code: 'nonsense' } }))).toEqual({
      status: 401,
      code: 'sign-in-failed',
    })
    expect(
      refused(await world.call('POST', '/api/physician/session', { body: { code: 'nonsense', environment: 'wecom' } })),
    ).toEqual({ status: 401, code: 'sign-in-failed' })
  })
  it('a code used twice', async () => {
    const { code } = (await world.sandbox.control('login', {
      user: 'wangxiulan',
      appid: demo.miniPrograms.patient.appid,
    })) as { code: string }
    expect((await world.call('POST', '/api/patient/session', { body: { code } })).status).toBe(200)
    expect(refused(await world.call('POST', '/api/patient/session', { body: { code } }))).toEqual({
      status: 401,
      code: 'sign-in-failed',
    })
  })
  it('a member who is no physician, at the physician app', async () => {
    const { code } = (await world.sandbox.control('member-login', { userid: 'xuke' })) as { code: string }
    expect(
      refused(await world.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } })),
    ).toEqual({ status: 403, code: 'forbidden' })
  })
  it('a wrong password and an unknown account say the same', async () => {
    const wrong = await world.call('POST', '/api/console/session/password', {
      body: { account: 'local', password: 'not this one' },
    })
    const unknown = await world.call('POST', '/api/console/session/password', {
      body: { account: 'nobody', password: 'not this one' },
    })
    expect(refused(wrong)).toEqual({ status: 401, code: 'sign-in-failed' })
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
  })
  it('a console session begun in another browser', async () => {
    const begun = await world.call('GET', '/api/console/sign-in/wecom')
    const login = new URL(begun.headers.get('location') ?? '')
    const { url } = (await world.sandbox.control('web-login', {
      userid: 'xuke',
      redirectUri: login.searchParams.get('redirect_uri'),
      state: login.searchParams.get('state'),
    })) as { url: string }
    const back = new URL(url)
    const ended = await world.call('GET', `${back.pathname}${back.search}`, {
      headers: { cookie: 'suixing_sign_in=another' },
    })
    expect(ended.headers.get('location')).toContain('error=sign-in-failed')
    expect(ended.headers.get('set-cookie')).toBeNull()
  })
  it.each(['sponsor', 'physician'] as const)('a %s does not read every patient by the console', async (role) => {
    const { staff } = world.host.product.repositories
    const row = await staff.byId('xuke')
    const { active: _, activity: __, ...kept } = row as NonNullable<typeof row>
    await staff.save({ ...kept, role })
    try {
      expect(await world.signInConsole()).not.toContain('suixing_staff')
      expect(refused(await world.call('GET', '/api/console/patients', { cookie: session.console }))).toEqual({
        status: 403,
        code: 'forbidden',
      })
    } finally {
      await staff.save({ ...kept, role: 'operator' })
    }
  })
})

describe('a session that has ended', () => {
  it('staff who left are refused at their next call', async () => {
    const deactivate = (active: boolean) =>
      world.update('staff', { _id: { $in: ['linzhiyuan', 'xuke'] } }, { $set: { active } })
    await deactivate(false)
    try {
      for (const name of guardedBy('physician'))
        expect(refused(await ask(name, { token: session.physician }))).toEqual({ status: 403, code: 'forbidden' })
      for (const name of guardedBy('staff'))
        expect(refused(await ask(name, { cookie: session.console }))).toEqual({ status: 403, code: 'forbidden' })
    } finally {
      await deactivate(true)
    }
    expect((await ask('physicianPatients', { token: session.physician })).status).toBe(200)
  })

  it('by time: the console after twelve hours, the others after a week', async () => {
    await world.sandbox.control('advance', { by: '12h' })
    await world.sandbox.control('advance', { by: '1s' })
    for (const name of guardedBy('staff'))
      expect(refused(await ask(name, { cookie: session.console }))).toEqual({ status: 401, code: 'session-expired' })
    expect((await ask('patientMe', { token: own.token })).status).toBe(200)
    await world.sandbox.control('advance', { by: '7d' })
    for (const name of guardedBy('patient'))
      expect(refused(await ask(name, { token: own.token }))).toEqual({ status: 401, code: 'session-expired' })
    for (const name of guardedBy('physician'))
      expect(refused(await ask(name, { token: session.physician }))).toEqual({ status: 401, code: 'session-expired' })
  })
})
