import fc from 'fast-check'
import { member, shanghai, team } from '../testdata/duty-roster'
import { assign } from './assign'
import type { Assignment } from './assign'
import { isOnDuty } from './on-duty'

const day = shanghai('11-23', '10:00')
const night = shanghai('11-23', '22:00')
const roles = ['careAssistant', 'healthManager', 'physician'] as const
const to = (more: Partial<Assignment> = {}): string | null =>
  assign({ duty: team(), now: day, responsibleId: 'physician', careTeamIds: ['dietician', 'manager'], roles, ...more })

describe('assign', () => {
  it('gives it to the responsible person who is on duty, however busy', () => {
    const members = team().members.map((one) => (one.staffId === 'physician' ? { ...one, open: 99 } : one))
    expect(to({ duty: team({ members }) })).toBe('physician')
  })

  it('then to the care team: fewest open first, then the smaller id', () => {
    expect(to({ responsibleId: null })).toBe('dietician')
    const members = team().members.map((one) => (one.staffId === 'dietician' ? { ...one, open: 1 } : one))
    expect(to({ responsibleId: 'elsewhere', duty: team({ members }) })).toBe('manager')
  })

  it('then to the others by the order of roles, within a role by load and id', () => {
    const members = [
      member('p', 'physician'),
      member('c3', 'careAssistant', { open: 2 }),
      member('c2', 'careAssistant', { open: 1 }),
      member('c1', 'careAssistant', { open: 1, availability: 'off' }),
      member('c4', 'careAssistant', { open: 1 }),
    ]
    const nobody = { responsibleId: null, careTeamIds: [], duty: team({ members }) }
    expect(to(nobody)).toBe('c2')
    expect(to({ ...nobody, roles: ['physician', 'careAssistant'] })).toBe('p')
    expect(to({ ...nobody, roles: ['healthManager', 'physician'] })).toBe('p')
    expect(to({ ...nobody, roles: ['nutritionist'] })).toBeNull()
  })

  it('passes over who is off, and everybody but the always available at night', () => {
    expect(to({ now: night })).toBeNull()
    const members = [member('physician', 'physician'), member('manager', 'healthManager', { availability: 'always' })]
    expect(to({ now: night, duty: team({ members }) })).toBe('manager')
    expect(to({ calendar: () => 'holiday' })).toBeNull()
  })

  it('never assigns to somebody off duty, and to nobody only when none of those asked for is on duty', () => {
    const person = fc.record({
      staffId: fc.stringMatching(/^[a-f]$/),
      role: fc.constantFrom('physician' as const, 'careAssistant' as const, 'operator' as const),
      availability: fc.constantFrom('hours' as const, 'always' as const, 'off' as const),
      open: fc.nat(3),
    })
    const people = fc.uniqueArray(person, { selector: ({ staffId }) => staffId })
    fc.assert(
      fc.property(people, fc.constantFrom(day, night), fc.subarray(['a', 'b', 'c']), (some, now, careTeamIds) => {
        const duty = team({ members: some.map((one) => ({ ...one, name: one.staffId })) })
        const chosen = to({ duty, now, careTeamIds, responsibleId: 'd' })
        const wanted = duty.members.filter(
          ({ staffId, role }) =>
            staffId === 'd' || careTeamIds.includes(staffId) || (roles as readonly string[]).includes(role),
        )
        const present = wanted.filter((one) => isOnDuty(duty, one, now)).map(({ staffId }) => staffId)
        expect(present.length === 0 ? chosen === null : present.includes(chosen as string)).toBe(true)
        if (present.includes('d')) expect(chosen).toBe('d')
      }),
    )
  })
})
