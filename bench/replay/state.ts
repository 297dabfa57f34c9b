import type { Played } from './play'
import { renamer } from './rename'
import type { Document } from './rename'

/** What an installation holds after a replay, by kind of document and name; the same in two runs when nothing depended on how callbacks came. */
export type State = Readonly<Record<string, Readonly<Record<string, unknown>>>>
/** Reads a stored collection, whole. */
export type Read = (collection: string) => Promise<Document[]>

const was = (instant: unknown): boolean => instant !== null && instant !== undefined
const sorted = (list: unknown): unknown[] => [...((list as unknown[] | undefined) ?? [])].sort()
const part = (row: unknown, ...names: string[]): Document =>
  Object.fromEntries(names.map((name) => [name, (row as Document | null)?.[name] ?? null]))
/** How long somebody has waited is told in minutes of the clock at which the words were chosen. */
export const withoutWaiting = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(/已等了(\d+ 小时 )?\d+ 分钟/, '已等了…') : text

/**
 * The product's state without the instants it chose itself: when it answered, asked, sent or closed depends on when a callback came. Instants
 * that somebody else chose stay, such as when a patient wrote and, with it, until when the window is open.
 */
export async function stateOf(read: Read, played: Played): Promise<State> {
  const messages = await read('messages')
  const rename = renamer(played.idOfLine, messages)
  const section = async (
    rows: Promise<Document[]> | Document[],
    pick: (row: Document) => Document,
    name: (row: Document) => string = (row) => String(row['_id']),
  ): Promise<Record<string, unknown>> =>
    Object.fromEntries((await rows).map((row) => [String(rename(name(row))), rename(pick(row))]))
  return {
    conversations: await section(read('conversations'), conversation),
    messages: await section(messages, message),
    handOvers: await section(read('handovers'), handOver),
    escalations: await section(read('escalations'), escalation),
    identityLinks: await section(read('identitylinks'), (row) =>
      part(row, 'kind', 'space', 'value', 'patientId', 'by'),
    ),
    enrolments: await section(read('enrolments'), enrolment),
    tags: await section(read('patienttags'), tag),
    touchpoints: await section(
      read('touchpoints'),
      (row) => part(row, 'state', 'due', 'channel'),
      (row) => String(row['key']),
    ),
    credits: await section(read('subscribecredits'), (row) => ({ left: row['left'], spent: sorted(row['spent']) })),
    files: await section(read('media'), (row) => part(row, 'kind', 'conversationId', 'state', 'bytes')),
  }
}

function conversation(row: Document): Document {
  const kf = row['kf'] as Document | null
  return {
    ...part(row, 'patientId', 'programmeId', 'state', 'waitingSince', 'waitingUrgent', 'waitingFor', 'because'),
    ...part(row, 'handOverId', 'assignedTo', 'snoozedUntil', 'lastPatientAt', 'lastPatientVia'),
    participants: sorted(row['participants']),
    labels: sorted(row['labels']),
    unreadFor: sorted(row['unreadFor']),
    withPerson: was(row['personSince']),
    kf: kf && {
      ...part(kf, 'openKfid', 'externalUserid', 'lastPatientAt', 'closesAt'),
      client: (kf['client'] as Document | null)?.['userid'] ?? null,
      spent: sorted(kf['spent']),
    },
  }
}

const message = (row: Document): Document => ({
  ...part(
    row,
    'conversationId',
    'patientId',
    'author',
    'content',
    'channel',
    'state',
    'faq',
    'touchpointId',
    'answers',
  ),
  ...part(row, 'handOver', 'clientId'),
  text: withoutWaiting(row['text']),
  failure: (row['failure'] as Document | null)?.['code'] ?? null,
  recalled: was(row['recalledAt']),
})

const handOver = (row: Document): Document => ({
  ...part(row, 'conversationId', 'patientId', 'because', 'urgent', 'at', 'question', 'assignedTo'),
  ...part(row, 'acknowledgedBy', 'firstReplyBy', 'closedBy'),
  closed: was(row['closedAt']),
  asked: was(row['askedAt']),
  satisfaction: (row['satisfaction'] as Document | null)?.['score'] ?? null,
})

const escalation = (row: Document): Document => ({
  ...part(row, 'kind', 'subject', 'ladder', 'urgency', 'startedAt', 'acknowledgedBy'),
  acknowledged: was(row['acknowledgedAt']),
  ended: was(row['endedAt']),
  told: ((row['told'] as Document[] | undefined) ?? []).map((telling) => [
    telling['rung'],
    telling['staffId'],
    telling['state'],
  ]),
})

const enrolment = (row: Document): Document => ({
  ...part(row, 'patientId', 'programmeId', 'status', 'responsiblePhysicianId', 'friends'),
  history: (row['history'] as Document[]).map(({ status }) => status),
})

const tag = (row: Document): Document => ({
  ...part(row, 'patientId', 'enrolmentId', 'tagId', 'present'),
  by: (row['provenance'] as Document | null)?.['ruleId'] ?? null,
  wecom: (row['wecom'] as Document | null)?.['state'] ?? null,
})
