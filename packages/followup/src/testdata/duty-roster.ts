import type { StaffRole } from '@suixing/contracts'
import type { Duty, DutyMember } from '../duty/duty'

/** Monday 2026-11-23 is the first day of these cases; Shanghai has no daylight saving. */
export const shanghai = (day: string, clock: string): string =>
  new Date(`2026-${day}T${clock}:00.000+08:00`).toISOString()

/** A member on duty with the team's hours unless the case says otherwise. */
export const member = (staffId: string, role: StaffRole, more: Partial<DutyMember> = {}): DutyMember => ({
  staffId,
  name: staffId,
  role,
  availability: 'hours',
  open: 0,
  ...more,
})

/** Monday to Friday 08:00–18:00, one person of each role and an on-call person who is no member. */
export const team = (more: Partial<Duty> = {}): Duty => ({
  timeZone: 'Asia/Shanghai',
  hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1080 },
  members: [
    member('physician', 'physician'),
    member('manager', 'healthManager'),
    member('assistant', 'careAssistant'),
    member('dietician', 'nutritionist'),
  ],
  onCallStaffId: 'on-call',
  ...more,
})
