import type { ConversationFigures, HandOverReason } from '@suixing/contracts'
import type { HandOverRow } from '@suixing/database'
import { localMoment, openMinutesBetween } from '@suixing/followup'
import type { Duty } from '@suixing/followup'
import { TEAM_TIME_ZONE, teamOf } from '../duty/duty-of'
import type { Product } from '../platform/product'
import { definitions } from './figure-definitions'

const DAY = 86_400_000

/** How patients were answered in a programme over the last days; every figure with what it counts. */
export async function conversationFigures(
  product: Product,
  programmeId: string,
  days: number,
): Promise<ConversationFigures> {
  const to = product.clock.instant()
  const from = new Date(Date.parse(to) - days * DAY).toISOString()
  const { messages, handOvers } = product.repositories
  const said = await messages.figures(programmeId, from, to)
  const rows = await handOvers.between(programmeId, from, to)
  const { duty } = await teamOf(product, programmeId)
  const byPatient = said.filter(({ author }) => author.kind === 'patient' || author.kind === 'family')
  const answered = said.filter(({ faq }) => faq)
  const because = (reason: HandOverReason): number => rows.filter((row) => row.because === reason).length
  const asked = rows.filter(({ askedAt }) => askedAt !== null)
  const scores = asked.flatMap(({ satisfaction }) => satisfaction?.score ?? [])
  // Whoever steps in unasked answers nothing that waited.
  const needed = rows.filter((row) => row.because !== 'taken')
  return {
    from,
    to,
    questions: { received: byPatient.length, answered: answered.length },
    handOvers: {
      total: rows.length,
      because: {
        asked: because('asked'),
        doubt: because('doubt'),
        'red-flag': because('red-flag'),
        repeated: because('repeated'),
        taken: because('taken'),
      },
      waiting: needed.filter(({ firstReplyAt, closedAt }) => firstReplyAt === null && closedAt === null).length,
    },
    firstResponse: spread(needed.flatMap(({ at, firstReplyAt }) => (firstReplyAt ? [seconds(at, firstReplyAt)] : []))),
    firstResponseOpen: spread(needed.flatMap((row) => openSeconds(duty, row))),
    resolution: spread(needed.flatMap(({ at, closedAt }) => (closedAt ? [seconds(at, closedAt)] : []))),
    satisfaction: {
      asked: asked.length,
      answered: scores.length,
      good: scores.filter((score) => score === 3).length,
      fair: scores.filter((score) => score === 2).length,
      bad: scores.filter((score) => score === 1).length,
    },
    byDay: byDay(from, to, byPatient, answered, rows),
    definitions: [...definitions],
  }
}

const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000
const openSeconds = (duty: Duty, { at, firstReplyAt }: HandOverRow): number[] =>
  firstReplyAt ? [openMinutesBetween(duty, at, firstReplyAt) * 60] : []

/** Median and 90th percentile by nearest rank; null without any. */
function spread(values: readonly number[]): ConversationFigures['resolution'] {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = (share: number): number | null => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
  return { count: sorted.length, medianSeconds: rank(0.5), p90Seconds: rank(0.9) }
}

interface At {
  readonly at: string
}

function byDay(
  from: string,
  to: string,
  received: readonly At[],
  answered: readonly At[],
  handedOver: readonly At[],
): ConversationFigures['byDay'] {
  const dayOf = (at: string): string => localMoment(at, TEAM_TIME_ZONE).date
  const days = new Map<string, ConversationFigures['byDay'][number]>()
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const day = dayOf(new Date(at).toISOString())
    days.set(day, { day, received: 0, answered: 0, handedOver: 0 })
  }
  const count = (rows: readonly At[], field: 'received' | 'answered' | 'handedOver'): void => {
    for (const { at } of rows) {
      const day = days.get(dayOf(at))
      if (day) day[field] += 1
    }
  }
  count(received, 'received')
  count(answered, 'answered')
  count(handedOver, 'handedOver')
  return [...days.values()]
}
