import type { PlanDefinition, PlanStep, ProgrammePage } from '@suixing/contracts'
import type { TouchpointRow } from '@suixing/database'
import { clockText, instantAt, addDays, localMoment } from '@suixing/followup'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { contactWayView } from '../programme/contact-way'
import { staffView } from '../sign-in/staff-sign-in'
import { needsPerson } from './needs-person'

const ZONE = 'Asia/Shanghai'

/** A programme with its figures of this moment. Every number is counted from stored rows. */
export async function programmePage(product: Product, id: string): Promise<ProgrammePage> {
  const programme = product.programmes.find(id)
  if (!programme) throw new ApiError('not-found', 'no such programme')
  const { definition } = programme
  const { enrolments, touchpoints, programmes, staff } = product.repositories
  const byStatus = await enrolments.countByStatus(id)
  const byState = await touchpoints.countByState(id)
  const count = <K extends string>(of: Partial<Record<K, number>>, ...keys: K[]): number =>
    keys.reduce((sum, key) => sum + (of[key] ?? 0), 0)
  const ways = await programmes.contactWays(id)
  return {
    id,
    name: definition.name,
    organisation: definition.organisation,
    department: definition.department,
    version: definition.version,
    funnel: {
      invited: count(byStatus, 'invited', 'enrolled', 'paused', 'completed', 'withdrawn', 'lost', 'deceased'),
      enrolled: count(byStatus, 'enrolled'),
      paused: count(byStatus, 'paused'),
      completed: count(byStatus, 'completed'),
      left: count(byStatus, 'withdrawn', 'lost', 'deceased'),
    },
    touchpoints: {
      planned: count(byState, 'planned', 'due', 'claimed', 'handed-over'),
      delivered: count(byState, 'delivered'),
      answered: count(byState, 'answered'),
      skipped: count(byState, 'skipped', 'missed', 'cancelled'),
      failed: count(byState, 'failed'),
      uncertain: count(byState, 'uncertain'),
    },
    today: await today(product, id),
    needsPerson: await needsPerson(product, id),
    contactWays: await Promise.all(ways.map((row) => contactWayView(product, row))),
    physicians: (await staff.withRole('physician')).map(staffView),
    plans: definition.plans.map((plan) => ({
      id: plan.id,
      version: plan.version,
      title: plan.title,
      anchor: plan.anchor,
      steps: plan.steps.map((step) => ({
        id: step.id,
        title: step.title,
        when: whenText(plan, step),
        channels: step.channels,
        text: definition.contents.find((content) => content.id === step.content)?.text ?? '',
      })),
    })),
    tagRules: definition.tagRules.map(({ id: ruleId, version, tag, says }) => ({
      id: ruleId,
      version,
      tag: definition.tags.find((row) => row.id === tag)?.name ?? tag,
      says,
    })),
    faqCount: definition.faq.length,
    quietHours: definition.quietHours,
  }
}

function whenText(plan: PlanDefinition, step: PlanStep): string {
  const anchor = plan.anchor === 'enrolled' ? '入组' : plan.anchor
  const first =
    'days' in step.offset
      ? `${anchor}后第 ${step.offset.days} 天 ${clockText(step.offset.at)}`
      : `${anchor}后 ${step.offset.minutes} 分钟`
  return step.recurrence ? `${first}，每 ${step.recurrence.everyDays} 天，共 ${step.recurrence.times} 次` : first
}

/** Touchpoints of the local day by the hour they are (or were) due. */
async function today(product: Product, programmeId: string): Promise<ProgrammePage['today']> {
  const { date } = localMoment(product.clock.instant(), ZONE)
  const from = instantAt({ date, minuteOfDay: 0 }, ZONE)
  const to = instantAt({ date: addDays(date, 1), minuteOfDay: 0 }, ZONE)
  const rows = await product.repositories.touchpoints.dueBetween(programmeId, from, to)
  const hourOf = (row: TouchpointRow): number => Math.floor(localMoment(row.due, ZONE).minuteOfDay / 60)
  const sent = new Set(['delivered', 'answered'])
  const open = new Set(['planned', 'due', 'claimed', 'handed-over'])
  return Array.from({ length: 24 }, (_, hour) => {
    const at = rows.filter((row) => hourOf(row) === hour)
    return {
      hour,
      sent: at.filter((row) => sent.has(row.state)).length,
      open: at.filter((row) => open.has(row.state)).length,
      ended: at.filter((row) => !sent.has(row.state) && !open.has(row.state)).length,
    }
  })
}
