import { textGrams } from '../conversation/text-grams'

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

/** One of two hundred names that share no pair of letters. */
const nameOf = (n: number): string => String.fromCodePoint(0x4e00 + 2 * (n % 200), 0x4e01 + 2 * (n % 200))

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
  conversations: (n) => ({
    _id: `c${n}`,
    ...of(n),
    state: rare(n, 'waiting', 'assistant'),
    waitingSince: rare<string | null>(n, hour(n), null),
    waitingUrgent: n % 500 === 0,
    assignedTo: n % 50 === 7 ? `doctor${n % 60}` : null,
    participants: [`doctor${n % 60}`, `nurse${n % 90}`],
    labels: n % 40 === 0 ? ['催药'] : [],
    snoozedUntil: n % 200 === 1 ? hour(9000 + n) : null,
    lastAt: hour(n),
    lastPatientAt: hour(n),
    unreadFor: rare<string[]>(n, [`doctor${n % 60}`], []),
    readBy: [{ staffId: `doctor${n % 60}`, at: hour(n) }],
    names: textGrams(nameOf(n)),
    kf: null,
  }),
  enrolments: (n) => ({
    _id: `e${n}`,
    patientId: `p${n}`,
    programmeId: `g${n % 20}`,
    status: n % 3 ? 'enrolled' : 'invited',
    responsiblePhysicianId: `doctor${n % 60}`,
    friends: [],
    consent: null,
  }),
  families: (n) => ({ _id: `f${n}`, ...of(n), openid: `o${n}`, since: hour(n), removedAt: null }),
  entrykeys: (n) => ({ _id: `k${n}`, ...of(n), purpose: 'kf', expiresAt: hour(9000), usedBy: null }),
  escalations: (n) => ({
    _id: `es${n}`,
    kind: 'hand-over',
    subject: { conversationId: `c${n % PATIENTS}`, handOverId: `h${n}`, patientId: null, programmeId: `g${n % 20}` },
    startedAt: hour(n),
    nextAt: rare<string | null>(n, hour(n), null),
    told: [{ taskId: `task${n}`, state: 'sent' }],
    acknowledgedAt: rare<string | null>(n, null, hour(n)),
    endedAt: null,
    cardsStale: n % 200 === 1,
    leaseToken: null,
    leaseUntil: 0,
  }),
  handovers: (n) => ({
    _id: `h${n}`,
    ...of(n),
    conversationId: `c${n % PATIENTS}`,
    at: hour(n),
    acknowledgedAt: rare<string | null>(n, null, hour(n)),
    closedAt: rare<string | null>(n, null, hour(n)),
    satisfaction: null,
  }),
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
  kfparked: (n) => ({ _id: `kp${n}`, openKfid: 'wk', programmeId: `g${n % 20}`, at: hour(n) }),
  media: (n) => ({
    _id: `f${n}`,
    kind: 'image',
    conversationId: `c${n % PATIENTS}`,
    state: rare(n, 'pending', 'stored'),
    nextAt: rare<string | null>(n, hour(n), null),
    leaseUntil: 0,
  }),
  messages: (n) => ({
    _id: `m${n}`,
    conversationId: `c${n % PATIENTS}`,
    programmeId: `g${n % 20}`,
    patientId: `p${n % PATIENTS}`,
    at: hour(n),
    author: { kind: n % 2 ? 'patient' : 'assistant' },
    grams: textGrams(`${nameOf(n)}空腹血糖`),
    state: rare(n, 'sending', 'sent'),
    leaseUntil: 0,
  }),
  patients: (n) => ({ _id: `p${n}`, name: '李梅', optOuts: [], activity: 0 }),
  patienttags: (n) => ({ _id: `t${n}`, ...of(n), tagId: 'a', wecom: { state: rare(n, 'failed', 'written') } }),
  readings: (n) => ({ _id: `r${n}`, patientId: `p${n % PATIENTS}`, at: hour(n), kind: 'number', value: 5.6 }),
  signinstates: (n) => ({ _id: `s${n}`, cookieDigest: 'c', expiresAt: hour(n) }),
  subscribecredits: (n) => ({
    _id: `o${n}:t`,
    patientId: `p${n}`,
    openid: `o${n}`,
    templateId: 't',
    left: n % 3,
    spent: [],
  }),
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
