import type { Instant } from '@suixing/contracts'
import type { Duty, DutyCalendar, DutyMember } from '../duty/duty'
import { isOnDuty } from '../duty/on-duty'
import type { Ladder, RungRole } from './ladder'

/** Who stands behind the roles of a ladder for one subject. */
export interface LadderPeople {
  readonly duty: Duty
  readonly responsibleId: string | null
  readonly assignedId: string | null
  readonly calendar?: DutyCalendar
}

/** Members a rung stands for, on duty or not; the on-call rung stands for no member but for a name of its own. */
function membersOf(role: RungRole, { duty, responsibleId, assignedId }: LadderPeople): readonly DutyMember[] {
  if (role === 'responsible') return duty.members.filter(({ staffId }) => staffId === responsibleId)
  if (role === 'assigned') return duty.members.filter(({ staffId }) => staffId === assignedId)
  return duty.members.filter((member) => member.role === role)
}

/** Staff ids of a rung below the last who are on duty at `now`. */
export const peopleOnDuty = (role: RungRole, people: LadderPeople, now: Instant): readonly string[] =>
  idsOf(membersOf(role, people).filter((member) => isOnDuty(people.duty, member, now, people.calendar)))

/**
 * Staff ids of the last rung: the on-call person, whatever the hour. Where none is named it is every member of the ladder's roles,
 * and when none of these can be reached, everybody who can: an escalation never ends at nobody while there is a member.
 */
export function lastPeople({ rungs }: Ladder, people: LadderPeople): readonly string[] {
  const { onCallStaffId, members } = people.duty
  if (onCallStaffId !== null) return [onCallStaffId]
  const named = rungs.flatMap(({ role }) => membersOf(role, people))
  const reachable = (member: DutyMember): boolean => member.availability !== 'off'
  if (named.some(reachable)) return idsOf(named)
  const others = members.filter(reachable)
  return idsOf(others.length > 0 ? [...named, ...others] : members)
}

const idsOf = (members: readonly DutyMember[]): readonly string[] => [...new Set(members.map(({ staffId }) => staffId))]
