import type { Instant } from '@suixing/contracts'
import { isOpen } from '../duty/on-duty'
import { nextOpening } from '../duty/next-opening'
import { afterOpenMinutes, closingAfter } from '../duty/open-minutes'
import type { EscalationReason } from './escalation-reason'
import { endingOnCall } from './ladder'
import type { Ladder, RungRole } from './ladder'
import { lastPeople, peopleOnDuty } from './rung-people'
import type { LadderPeople } from './rung-people'

/** What is kept of an escalation. The caller adds each element of `tell` to `told` with the instant at which it was given. */
export interface EscalationState {
  readonly startedAt: Instant
  readonly told: readonly { readonly rung: number; readonly at: Instant; readonly staffIds: readonly string[] }[]
  readonly acknowledgedAt: Instant | null
  readonly endedAt: Instant | null
}

/** One escalation at one instant. `urgent` runs on the wall clock and knows no quiet hours, `ordinary` in the team's hours. */
export interface EscalationInput extends LadderPeople {
  readonly ladder: Ladder
  readonly state: EscalationState
  readonly urgency: 'ordinary' | 'urgent'
  readonly now: Instant
}

/** People to be told now; never empty. */
export interface Telling {
  readonly rung: number
  readonly role: RungRole
  readonly staffIds: readonly string[]
  readonly because: EscalationReason
}

/** Who is told now, and the instant (after now) at which to ask again; null once nobody has to be told any more. */
export interface EscalationMove {
  readonly tell: readonly Telling[]
  readonly nextAt: Instant | null
}

/**
 * Climbs a ladder until somebody acknowledges. What is due and was never told is told in one call, each rung once and each person once,
 * then the last rung again and again.
 *
 * - ordinary: minutes count while the team is open, and nobody is told while it is closed; a rung with nobody on duty gives way to the next
 *   at once. A team that does not open within 30 days is taken as always open.
 * - urgent: minutes of the wall clock. The on-call person is told at once when the team is closed or nobody of a due rung is on duty.
 * - A rung that was passed because nobody was on duty is told when somebody of it comes.
 */
export function escalate(input: EscalationInput): EscalationMove {
  const { state, now, duty, calendar, urgency } = input
  if (state.acknowledgedAt !== null || state.endedAt !== null) return { tell: [], nextAt: null }
  const climb = climbOf({ ...input, ladder: endingOnCall(input.ladder) })
  const rests = urgency === 'ordinary' && !isOpen(duty, now, calendar) && nextOpening(duty, now, calendar) !== null
  const tell = rests ? [] : tellingsAt(climb)
  return { tell, nextAt: askAgainAt(climb, tell) }
}

/** An escalation with the deadlines of its rungs worked out. */
interface Climb extends EscalationInput {
  readonly deadlines: readonly Instant[]
  readonly last: number
  readonly closed: boolean
  after(from: Instant, minutes: number): Instant
}

function climbOf(input: EscalationInput): Climb {
  const { ladder, state, urgency, duty, calendar, now } = input
  const after = (from: Instant, minutes: number): Instant =>
    urgency === 'urgent'
      ? new Date(Date.parse(from) + minutes * 60_000).toISOString()
      : afterOpenMinutes(duty, from, minutes, calendar)
  return {
    ...input,
    after,
    deadlines: ladder.rungs.map(({ afterMinutes }) => after(state.startedAt, afterMinutes)),
    last: ladder.rungs.length - 1,
    closed: !isOpen(duty, now, calendar),
  }
}

const wasTold = ({ state }: Climb, rung: number): boolean => state.told.some((told) => told.rung === rung)

/** Rungs whose time has come and why, and who of them can be told. */
function reachedRungs(climb: Climb): readonly Telling[] {
  const { ladder, deadlines, last, now, urgency, closed, duty } = climb
  const reached: Telling[] = []
  let passed = false
  let nobody = false
  ladder.rungs.forEach(({ role }, rung) => {
    const due = (deadlines[rung] as Instant) <= now
    if (rung === last) {
      const atOnce = urgency === 'urgent' && (closed || nobody)
      if (!due && !passed && !atOnce && !wasTold(climb, rung)) return
      const because = due ? dueReason(rung) : passed ? 'passed' : closed ? 'team-closed' : 'nobody-on-duty'
      const staffIds = lastPeople(ladder, climb)
      reached.push({ rung, role, staffIds, because: duty.onCallStaffId === null ? 'no-on-call' : because })
      return
    }
    if (!due && !passed) return
    const staffIds = peopleOnDuty(role, climb, now)
    const empty = staffIds.length === 0 && !wasTold(climb, rung)
    if (staffIds.length > 0) reached.push({ rung, role, staffIds, because: due ? dueReason(rung) : 'passed' })
    nobody ||= empty
    passed = empty && urgency === 'ordinary'
  })
  return reached
}

const dueReason = (rung: number): EscalationReason => (rung === 0 ? 'began' : 'unanswered')

/** What is told now, the lowest rung first. A person of several rungs is told once, as one of the highest. */
function tellingsAt(climb: Climb): readonly Telling[] {
  const { now, last } = climb
  const asked = new Set<string>()
  const tell: Telling[] = []
  for (const telling of [...reachedRungs(climb)].reverse()) {
    const { rung } = telling
    const again = rung === last && wasTold(climb, rung)
    if (again ? repeatAt(climb) > now : wasTold(climb, rung) || allHeard(climb, telling)) continue
    const staffIds = telling.staffIds.filter((staffId) => !asked.has(staffId))
    if (staffIds.length === 0) continue
    for (const staffId of staffIds) asked.add(staffId)
    tell.unshift({
      ...telling,
      staffIds,
      because: again && telling.because !== 'no-on-call' ? 'repeated' : telling.because,
    })
  }
  return tell
}

/** Whether everybody of a rung was told by another rung once this one's time had come. */
const allHeard = ({ state, deadlines }: Climb, { rung, staffIds }: Telling): boolean =>
  staffIds.every((staffId) =>
    state.told.some((told) => told.at >= (deadlines[rung] as Instant) && told.staffIds.includes(staffId)),
  )

/** When the last rung, told before, is told again. */
function repeatAt({ state, last, ladder, after }: Climb): Instant {
  const times = state.told.filter(({ rung }) => rung === last).map(({ at }) => at)
  return after(
    times.reduce((latest, at) => (at > latest ? at : latest)),
    Math.max(1, ladder.repeatMinutes),
  )
}

function askAgainAt(climb: Climb, tell: readonly Telling[]): Instant {
  const { state, now, last, deadlines, ladder, duty, calendar, closed, urgency } = climb
  const told = [...state.told, ...tell.map(({ rung, staffIds }) => ({ rung, staffIds, at: now }))]
  const then: Climb = { ...climb, state: { ...state, told } }
  const untold = deadlines.filter((_, rung) => !wasTold(then, rung))
  const times = wasTold(then, last) ? [...untold, repeatAt(then)] : untold
  // Opening and closing change who can be told: an urgent one asks at both, an ordinary one that had to rest at the opening.
  const waitsForTurn = urgency === 'urgent' ? untold.length > 0 : closed && times.some((at) => at <= now)
  const turn = closed ? nextOpening(duty, now, calendar) : closingAfter(duty, now, calendar)
  const ahead = [...times, ...(waitsForTurn && turn !== null ? [turn] : [])].filter((at) => at > now)
  // Somebody may join the roster, so a climb that reached nobody is tried again.
  if (ahead.length === 0) return climb.after(now, Math.max(1, ladder.repeatMinutes))
  return ahead.reduce((first, at) => (at < first ? at : first))
}
