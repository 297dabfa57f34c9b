/** How many rows each growing collection is seeded with: enough that reading all of them is the worse plan. */
export const GROWN = 3000
const PATIENTS = 300
const hour = (n: number): string => new Date(Date.UTC(2026, 0, 1, n)).toISOString()
/** One in a hundred rows is open work; the rest is history, as in a product in use. */
const rare = <T>(n: number, open: T, settled: T): T => (n % 100 === 0 ? open : settled)

const of = (n: number) => ({
  patientId: `p${n % PATIENTS}`,
  enrolmentId: `e${n % PATIENTS}`,
  programmeId: `g${n % 20}`,
})

/** Row n of each growing collection, with what its indexes and queries look at. */
export const grownRows: Readonly<Record<string, (n: number) => object>> = {
  agenda: (n) => ({
    _id: `p${n}`,
    dueAt: rare<string | null>(n, hour(1), n % 2 ? hour(9000 + n) : null),
    wakes: 1,
    leaseToken: null,
    leaseUntil: 0,
    failures: rare(n, 1, 0),
  }),
  conversations: (n) => ({ _id: `c${n}`, ...of(n), state: rare(n, 'waiting', 'assistant'), kf: null }),
  enrolments: (n) => ({
    _id: `e${n}`,
    patientId: `p${n}`,
    programmeId: `g${n % 20}`,
    status: n % 3 ? 'enrolled' : 'invited',
    responsiblePhysicianId: `doctor${n % 60}`,
    friends: [],
    consent: null,
  }),
  entrykeys: (n) => ({ _id: `k${n}`, ...of(n), purpose: 'kf', expiresAt: hour(9000), usedBy: null }),
  identitylinks: (n) => ({
    _id: `wecom:ww:${n}`,
    kind: 'wecom',
    space: 'ww',
    value: `${n}`,
    patientId: `p${n % PATIENTS}`,
  }),
  imports: (n) => ({ _id: `i${n}`, ...of(n), at: hour(n), state: 'done' }),
  inbox: (n) => ({
    _id: `x${n}`,
    state: rare(n, 'waiting', 'done'),
    dueAt: hour(n),
    receivedAt: hour(n),
    leaseUntil: 0,
  }),
  messages: (n) => ({
    _id: `m${n}`,
    conversationId: `c${n % PATIENTS}`,
    patientId: `p${n % PATIENTS}`,
    at: hour(n),
    state: rare(n, 'sending', 'sent'),
    leaseUntil: 0,
  }),
  patients: (n) => ({ _id: `p${n}`, name: '李梅', optOuts: [], activity: 0 }),
  patienttags: (n) => ({ _id: `t${n}`, ...of(n), tagId: 'a', wecom: { state: rare(n, 'failed', 'written') } }),
  readings: (n) => ({ _id: `r${n}`, patientId: `p${n % PATIENTS}`, at: hour(n), kind: 'number', value: 5.6 }),
  signinstates: (n) => ({ _id: `s${n}`, cookieDigest: 'c', expiresAt: hour(n) }),
  touchpoints: (n) => ({
    _id: `tp${n}`,
    key: `key${n}`,
    ...of(n),
    state: rare(n, 'planned', 'answered'),
    due: hour(n),
    revision: 0,
  }),
  welcomes: (n) => ({ _id: `w${n}`, enrolmentId: `e${n}`, state: 'sent' }),
}
