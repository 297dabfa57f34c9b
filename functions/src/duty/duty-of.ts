import type { StaffRole } from '@suixing/contracts'
import type { DutyRow, StaffRow } from '@suixing/database'
import type { Duty, DutyMember } from '@suixing/followup'
import type { Product } from '../platform/product'

/** Who answers patients, in the order in which a conversation is offered when nobody of the care team is there. */
export const careRoles: readonly StaffRole[] = ['physician', 'healthManager', 'careAssistant', 'nutritionist']

/** Time zone of a programme's working hours. */
export const TEAM_TIME_ZONE = 'Asia/Shanghai'

export interface Team {
  readonly duty: Duty
  readonly people: ReadonlyMap<string, StaffRow>
}

/** The duty of a programme as the console set it: everybody who is not named works by the programme's hours. */
export async function teamOf(product: Product, programmeId: string): Promise<Team> {
  const { staff, duty, conversations } = product.repositories
  const [people, row] = await Promise.all([staff.withRoles(careRoles), duty.ofProgramme(programmeId)])
  const open = await conversations.openByAssignee(people.map(({ _id }) => _id))
  const members = people.map((person): DutyMember => ({
    staffId: person._id,
    name: person.name,
    role: person.role,
    availability: availabilityOf(row, person._id),
    open: open.get(person._id) ?? 0,
  }))
  const hours = row?.hours ?? product.programmes.get(programmeId).definition.duty
  return {
    duty: { timeZone: TEAM_TIME_ZONE, hours, members, onCallStaffId: row?.onCall ?? null },
    people: new Map(people.map((person) => [person._id, person])),
  }
}

const availabilityOf = (row: DutyRow | null, staffId: string): DutyMember['availability'] =>
  row?.members.find(({ id }) => id === staffId)?.availability ?? 'hours'
