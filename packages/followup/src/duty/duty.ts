import type { StaffRole } from '@suixing/contracts'

/** When the team of a programme is there: ISO weekdays 1–7 (Monday is 1) and minutes of the local day, `from` < `to` ≤ 1440. */
export interface DutyHours {
  readonly workdays: readonly number[]
  readonly from: number
  readonly to: number
}

/** A person of the roster. */
export interface DutyMember {
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  /** On duty with the team's hours, at every hour, or not at all for now. */
  readonly availability: 'hours' | 'always' | 'off'
  /** Conversations this person holds open now. */
  readonly open: number
}

/** The on-duty roster of a programme. The on-call person is reached whatever the hour, also when not a member. */
export interface Duty {
  readonly timeZone: string
  readonly hours: DutyHours
  readonly members: readonly DutyMember[]
  readonly onCallStaffId: string | null
}

/** What a public calendar says of a local date (YYYY-MM-DD); it wins over the weekday. Null: nothing special. */
export type DutyCalendar = (localDate: string) => 'holiday' | 'workday' | null
