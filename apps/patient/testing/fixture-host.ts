import { routes, statusOf, type ErrorCode, type PatientMe, type RouteName } from '@suixing/contracts'
import { createFixtureConversation } from './fixture-conversation'
import { content, createFixtureFamily } from './fixture-family'
import { FixtureRefusal } from './fixture-refusal'
import * as people from './fixture-people'

/** Who holds the phone. */
export type Person = 'stranger' | 'invited' | 'enrolled' | 'enrolled-empty' | 'waiting' | 'withdrawn'
interface Asked {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body?: unknown
  readonly bytes?: number
}
interface Answered {
  readonly status: number
  readonly body: unknown
}

/** `id` is the last part of the path. */
type Make = (query: URLSearchParams, body: unknown, bytes: number, id: string) => unknown

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)

const attempt = (make: () => unknown): unknown => {
  try {
    return make()
  } catch (error) {
    if (error instanceof FixtureRefusal) return error
    throw error
  }
}

/**
 * A host in memory that answers the patient's routes by the contract: every request is parsed by its schema (a request the
 * contract refuses gets bad-request with the field), every answer too. `failNext` makes one route fail once; `loseNext` does
 * what was asked and loses the answer; while `away` nothing arrives. A status of 0 stands for no answer.
 */
export const createFixtureHost = (person: Person) => {
  let me: PatientMe = people.me(person === 'invited' ? 'invited' : person === 'withdrawn' ? 'withdrawn' : 'enrolled')
  const asked: { route: RouteName; body: unknown }[] = []
  const failures = new Map<RouteName, ErrorCode>()
  const lost = new Set<RouteName>()
  const network: { state: 'there' | 'away' } = { state: 'there' }
  const empty = person === 'enrolled-empty'
  const talk = createFixtureConversation(empty ? [] : person === 'waiting' ? people.waitingMessages : people.messages)
  const family = createFixtureFamily(talk)
  if (person === 'waiting') talk.becomes(people.waitingState)
  const done = (act: (body: unknown) => void) => (_: URLSearchParams, body: unknown) => {
    act(body)
    return {}
  }

  const failure = (code: ErrorCode, rest: object = {}): Answered => ({
    status: statusOf(code),
    body: { code, message: code, requestId: 'fixture', ...rest },
  })
  const enrolled = (body: unknown): PatientMe => {
    const { consent, preferences, profile } = routes.enrol.body.parse(body)
    const enrolments = people
      .me('enrolled')
      .enrolments.map((one) => ({ ...one, dayNumber: 1, consentVersion: consent.version }))
    return { ...people.me('enrolled'), enrolments, preferences, profile }
  }
  const answers: Partial<Record<RouteName, Make>> = {
    patientSignIn: () => ({ token: 'token-1', expiresAt: '2026-12-24T01:00:00.000Z', linked: person !== 'stranger' }),
    patientMe: () => me,
    enrolmentOffer: () => people.offer,
    enrol: (_, body) => (me = enrolled(body)),
    withdraw: () => (me = people.me('withdrawn')),
    rejoin: () => (me = people.me('invited')),
    patientToday: () =>
      empty ? { latestReading: null, next: null, reply: null, waitingForPerson: true } : people.today,
    patientMessages: talk.read,
    patientSay: (_, body) => talk.take(body),
    patientUpload: (query, _, bytes) => talk.keep(query, bytes),
    patientRead: done(talk.markRead),
    patientRate: done(talk.rate),
    patientSubscribed: done(talk.subscribed),
    patientContent: (_, __, ___, id) => {
      if (id !== content.id) throw new FixtureRefusal('not-found')
      if (person === 'stranger') throw new FixtureRefusal('identity-not-linked')
      return content
    },
    familyMembers: family.list,
    removeFamily: (_, __, ___, id) => family.remove(id),
    inviteFamily: (_, body) => family.invite(body),
    familySignIn: (_, body) => family.signIn(body),
    familyMessages: family.read,
    familySay: (_, body) => family.say(body),
    assistantLink: () => ({ url: 'https://work.weixin.qq.com/kfid/kfc123?enc_scene=abc', corpId: 'ww123' }),
    patientGlucose: (query) => (empty ? people.noGlucose : people.glucose)(Number(query.get('days') ?? 14)),
    patientGlucoseImport: (query) => ({
      importId: query.get('mode') === 'commit' ? 'im-1' : null,
      mode: query.get('mode'),
      fileName: query.get('fileName'),
      format: '通用表格',
      unit: query.get('unit') ?? 'mmol/L',
      rows: 126,
      taken: 118,
      duplicateInFile: 2,
      duplicateStored: 3,
      otherRows: 1,
      rejected: [
        { line: 17, field: 'value', code: 'not-a-number', text: '「—」不是数值' },
        { line: 52, field: 'time', code: 'not-a-time', text: '「2026-13-01」不是日期' },
      ],
      rejectedTotal: 2,
      notes: [{ line: 88, text: '血糖仪的时间往回调过，按新时间记' }],
      firstAt: '2026-10-01T00:10:00.000Z',
      lastAt: '2026-11-24T00:42:00.000Z',
    }),
    setPreferences: (_, body) => (me = { ...me, preferences: routes.setPreferences.body.parse(body) }),
    optOut: (_, body) =>
      (me = { ...me, optOuts: [...me.optOuts, { ...routes.optOut.body.parse(body), at: people.now }] }),
    optIn: (_, body) => {
      const gone = JSON.stringify(routes.optIn.body.parse(body).scope)
      return (me = { ...me, optOuts: me.optOuts.filter(({ scope }) => JSON.stringify(scope) !== gone) })
    },
  }
  const answer = ({ method, path, body, bytes }: Asked): Answered => {
    if (network.state === 'away') return { status: 0, body: undefined }
    const url = new URL(path, 'http://host')
    const name = (Object.keys(answers) as RouteName[]).find(
      (key) => routes[key].method === method && patternOf(routes[key].path).test(url.pathname),
    )
    const make = name && answers[name]
    if (!make) return failure('not-found')
    asked.push({ route: name, body: bytes === undefined ? body : { bytes } })
    const failing = failures.get(name)
    if (failing) {
      failures.delete(name)
      return failure(failing)
    }
    const query = routes[name].query.safeParse(Object.fromEntries(url.searchParams))
    const parsed = routes[name].body.safeParse(body ?? {})
    const issue = query.error?.issues[0] ?? parsed.error?.issues[0]
    if (issue) return failure('bad-request', { field: issue.path.join('.'), hint: issue.message })
    const made = attempt(() => make(url.searchParams, body, bytes ?? 0, url.pathname.split('/').pop() ?? ''))
    if (made instanceof FixtureRefusal) return failure(made.code)
    const answered = routes[name].answer.parse(made)
    return lost.delete(name) ? { status: 0, body: undefined } : { status: 200, body: answered }
  }
  return {
    answer,
    asked,
    talk,
    family,
    network,
    failNext: (route: RouteName, code: ErrorCode) => void failures.set(route, code),
    loseNext: (route: RouteName) => void lost.add(route),
  }
}
/** A host in memory. */
export type FixtureHost = ReturnType<typeof createFixtureHost>
