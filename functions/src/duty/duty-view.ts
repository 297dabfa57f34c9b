import type { BodyOf, DutyView } from '@suixing/contracts'
import { isOnDuty, isOpen, nextOpening } from '@suixing/followup'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { teamOf } from './duty-of'

/** Who answers in a programme, and who is there now. */
export async function dutyView(product: Product, programmeId: string): Promise<DutyView> {
  const { duty, people } = await teamOf(product, programmeId)
  const now = product.clock.instant()
  const openNow = isOpen(duty, now)
  return {
    hours: { workdays: [...duty.hours.workdays], from: duty.hours.from, to: duty.hours.to },
    members: duty.members.map((member) => ({
      id: member.staffId,
      name: member.name,
      title: people.get(member.staffId)?.title ?? '',
      role: member.role,
      availability: member.availability,
      onDuty: isOnDuty(duty, member, now),
      open: member.open,
    })),
    onCall: duty.onCallStaffId,
    openNow,
    opensAt: openNow ? null : nextOpening(duty, now),
  }
}

/** Throws bad-request naming the field: hours that end before they begin, people who are not of the team. */
export async function setDuty(product: Product, programmeId: string, change: BodyOf<'setDuty'>): Promise<void> {
  const { people } = await teamOf(product, programmeId)
  const { hours, members, onCall } = change
  if (hours.from >= hours.to) throw new ApiError('bad-request', 'ends before it begins', { field: 'body.hours.to' })
  const stranger = members.findIndex(({ id }) => !people.has(id))
  if (stranger >= 0) throw new ApiError('bad-request', 'nobody of the team', { field: `body.members.${stranger}.id` })
  const ids = members.map(({ id }) => id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw new ApiError('bad-request', 'named twice', { field: `body.members.${twice}.id` })
  if (onCall !== null && !people.has(onCall))
    throw new ApiError('bad-request', 'nobody of the team', { field: 'body.onCall' })
  await product.repositories.duty.save({ _id: programmeId, hours, members, onCall })
  await product.repositories.duty.touch(programmeId)
}
