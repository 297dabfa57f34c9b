import type { Instant, StaffRole } from '@suixing/contracts'
import type { Duty, DutyCalendar, DutyMember } from './duty'
import { isOnDuty } from './on-duty'

/** Who may get a conversation, and in which order. */
export interface Assignment {
  readonly duty: Duty
  readonly now: Instant
  /** The enrolment's responsible physician. */
  readonly responsibleId: string | null
  /** Staff ids of this patient's care team. */
  readonly careTeamIds: readonly string[]
  /** Roles that take conversations when nobody of the care team is there, the first one first. */
  readonly roles: readonly StaffRole[]
  readonly calendar?: DutyCalendar
}

/**
 * The staff id that gets a conversation: the responsible person, then the care team of this patient, then others by the order of `roles`;
 * among equals the one with the fewest open conversations, then the smaller id. Null when nobody of these is on duty.
 */
export function assign({ duty, now, responsibleId, careTeamIds, roles, calendar }: Assignment): string | null {
  const present = duty.members.filter((member) => isOnDuty(duty, member, now, calendar)).sort(byLoad)
  const among = (belongs: (member: DutyMember) => boolean): string | undefined => present.find(belongs)?.staffId
  return (
    among(({ staffId }) => staffId === responsibleId) ??
    among(({ staffId }) => careTeamIds.includes(staffId)) ??
    roles.map((role) => among((member) => member.role === role)).find((staffId) => staffId !== undefined) ??
    null
  )
}

const byLoad = (a: DutyMember, b: DutyMember): number =>
  a.open - b.open || (a.staffId < b.staffId ? -1 : Number(a.staffId > b.staffId))
