import { routes, statusOf, type AnswerOf, type ErrorCode, type RouteName } from '@suixing/contracts'
import { conversationAnswers } from './conversation-answers'
import { glucoseFixture } from './glucose-fixture'
import { patientFixture, patientsFixture } from './patient-fixture'
import { lin, meFixture, programmeFixture, zhou } from './programme-fixture'

/** What was asked: path parameters in the order of the route, query, and the JSON body if there was one. */
export interface Asked {
  readonly params: readonly string[]
  readonly query: URLSearchParams
  readonly body: unknown
}
/** An error envelope to answer with. */
export class FixtureError {
  constructor(
    readonly code: ErrorCode,
    readonly more: { field?: string; hint?: string } = {},
  ) {}
}
/** An answer that does not come. */
export const never = Symbol('never')
export type Answers = { readonly [Name in RouteName]?: (asked: Asked) => AnswerOf<Name> | FixtureError | typeof never }

/** Answers of a console where everything works. */
export const workingAnswers: Answers = {
  ...conversationAnswers,
  consoleSignInWays: () => ({ ways: ['wecom', 'password'] }),
  consolePasswordSignIn: ({ body }) =>
    (body as { password: string }).password === 'right' ? meFixture : new FixtureError('sign-in-failed'),
  consoleMe: () => meFixture,
  consoleSignOut: () => ({}),
  programmes: () => ({
    programmes: [
      {
        id: programmeFixture.id,
        name: programmeFixture.name,
        organisation: programmeFixture.organisation,
        department: programmeFixture.department,
        version: 3,
      },
    ],
  }),
  programme: () => programmeFixture,
  createContactWay: ({ body }) => ({
    id: 'way-new',
    physician: (body as { physicianId: string }).physicianId === zhou.id ? zhou : lin,
    qrCode: null,
    state: 'w9z8y7',
    status: 'creating',
    failure: null,
    scans: 0,
    createdAt: '2026-11-24T02:48:00.000Z',
  }),
  consolePatients: ({ query }) => {
    const rows = patientsFixture.rows.filter(
      (row) => row.name.includes(query.get('q') ?? '') && (!query.get('status') || row.status === query.get('status')),
    )
    return {
      ...patientsFixture,
      rows: query.get('after') ? rows.slice(0, 2) : rows,
      next: query.get('after') ? null : patientsFixture.next,
    }
  },
  consolePatient: () => patientFixture,
  consoleGlucose: ({ query }) => glucoseFixture(Number(query.get('days') ?? 14)),
  consoleGlucoseImport: ({ query }) => {
    if (query.get('fileName')?.startsWith('unsure') && !query.get('unit'))
      return new FixtureError('unit-unsure', { field: 'unit' })
    const { at: _at, by: _by, ...report } = patientFixture.imports[0]!
    return {
      ...report,
      fileName: query.get('fileName') ?? '',
      mode: query.get('mode') === 'commit' ? 'commit' : 'preview',
      importId: query.get('mode') === 'commit' ? 'imp-2' : null,
    }
  },
}

/** Finds the route a request is for and answers it as the host would: checked by the contract, errors in the one envelope; null when no answer comes. */
export function answerAs(
  answers: Answers,
  method: string,
  url: URL,
  body: unknown,
): { status: number; body: unknown } | null {
  const envelope = (status: number, code: ErrorCode, more = {}) => ({
    status,
    body: { code, message: code, requestId: 'req-fixture', ...more },
  })
  for (const [name, route] of Object.entries(routes)) {
    const params = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`).exec(url.pathname)
    if (!params || route.method !== method) continue
    const answer = (answers[name as RouteName] as ((asked: Asked) => unknown) | undefined)?.({
      params: params.slice(1),
      query: url.searchParams,
      body,
    })
    if (answer === undefined) return envelope(404, 'not-found')
    if (answer === never) return null
    if (answer instanceof FixtureError) return envelope(statusOf(answer.code), answer.code, answer.more)
    return { status: 200, body: route.answer.parse(answer) }
  }
  return envelope(404, 'not-found')
}
