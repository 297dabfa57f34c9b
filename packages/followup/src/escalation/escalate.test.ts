import { member, shanghai, team } from '../testdata/duty-roster'
import { escalate } from './escalate'
import type { EscalationInput, EscalationState, Telling } from './escalate'
import type { Ladder } from './ladder'

const ladder: Ladder = {
  rungs: [
    { role: 'responsible', afterMinutes: 0 },
    { role: 'careAssistant', afterMinutes: 15 },
    { role: 'onCall', afterMinutes: 30 },
  ],
  repeatMinutes: 10,
}
const began = (startedAt: string): EscalationState => ({ startedAt, told: [], acknowledgedAt: null, endedAt: null })
type Case = Partial<EscalationInput> & { readonly now: string }
const asked = (more: Case) =>
  escalate({
    ladder,
    state: began(more.now),
    duty: team(),
    responsibleId: 'physician',
    assignedId: null,
    urgency: 'ordinary',
    ...more,
  })
const words = (tell: readonly Telling[]): string[] =>
  tell.map(({ rung, role, staffIds, because }) => `${rung} ${role} ${staffIds.join('+')} ${because}`)

/** Asks again at each `nextAt`, keeping what was told, and writes who heard it when (Shanghai clock). */
function played(more: Case, times: number): string[] {
  let state = more.state ?? began(more.now)
  let now = more.now
  const lines: string[] = []
  for (let turn = 0; turn < times; turn++) {
    const { tell, nextAt } = asked({ ...more, state, now })
    const clock = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
    lines.push(`${clock} ${words(tell).join(', ') || '–'}`)
    state = { ...state, told: [...state.told, ...tell.map(({ rung, staffIds }) => ({ rung, staffIds, at: now }))] }
    if (nextAt === null) break
    now = nextAt
  }
  return lines
}

describe('an ordinary escalation', () => {
  it('climbs rung by rung and tells the last again', () => {
    expect(played({ now: shanghai('11-23', '10:00') }, 5)).toEqual([
      '11-23 10:00 0 responsible physician began',
      '11-23 10:15 1 careAssistant assistant unanswered',
      '11-23 10:30 2 onCall on-call unanswered',
      '11-23 10:40 2 onCall on-call repeated',
      '11-23 10:50 2 onCall on-call repeated',
    ])
  })

  it('wakes nobody at night: its clock starts at the next opening', () => {
    expect(played({ now: shanghai('11-23', '22:00') }, 4)).toEqual([
      '11-23 22:00 –',
      '11-24 08:00 0 responsible physician began',
      '11-24 08:15 1 careAssistant assistant unanswered',
      '11-24 08:30 2 onCall on-call unanswered',
    ])
  })

  it('takes the minutes left over at closing to the next opening, over a weekend too', () => {
    expect(played({ now: shanghai('11-27', '17:50') }, 3)).toEqual([
      '11-27 17:50 0 responsible physician began',
      '11-30 08:05 1 careAssistant assistant unanswered',
      '11-30 08:20 2 onCall on-call unanswered',
    ])
  })

  it('does not repeat at night', () => {
    expect(played({ now: shanghai('11-23', '17:25') }, 5).slice(2)).toEqual([
      '11-23 17:55 2 onCall on-call unanswered',
      '11-24 08:05 2 onCall on-call repeated',
      '11-24 08:15 2 onCall on-call repeated',
    ])
  })

  it('tells nobody of the night shift either, though one is always there', () => {
    const duty = team({ members: [member('physician', 'physician', { availability: 'always' })] })
    expect(asked({ now: shanghai('11-23', '22:00'), duty })).toEqual({ tell: [], nextAt: shanghai('11-24', '08:00') })
  })

  it('gives way at once from a rung with nobody on duty, as far as the on-call person', () => {
    const now = shanghai('11-23', '10:00')
    expect(played({ now, responsibleId: null }, 2)).toEqual([
      '11-23 10:00 1 careAssistant assistant passed',
      '11-23 10:30 2 onCall on-call unanswered',
    ])
    expect(played({ now, duty: team({ members: [] }) }, 2)).toEqual([
      '11-23 10:00 2 onCall on-call passed',
      '11-23 10:10 2 onCall on-call repeated',
    ])
  })

  it('passes over who is off duty', () => {
    const members = [member('a', 'careAssistant', { availability: 'off' }), member('b', 'careAssistant')]
    expect(words(asked({ now: shanghai('11-23', '10:00'), duty: team({ members }) }).tell)).toEqual([
      '1 careAssistant b passed',
    ])
  })

  it('catches up what was missed at night when the team opens', () => {
    const state = began(shanghai('11-23', '17:00'))
    expect(asked({ state, now: shanghai('11-23', '20:00') })).toEqual({ tell: [], nextAt: shanghai('11-24', '08:00') })
  })

  it('asks again at the opening for a repeat that was missed', () => {
    const told = [0, 1, 2].map((rung) => ({ rung, at: shanghai('11-23', '17:40'), staffIds: [`${rung}`] }))
    const state = { ...began(shanghai('11-23', '17:00')), told }
    expect(asked({ state, now: shanghai('11-23', '20:00') })).toEqual({ tell: [], nextAt: shanghai('11-24', '08:00') })
  })

  it('counts by the wall for a team that opens no more', () => {
    expect(played({ now: shanghai('11-23', '22:00'), calendar: () => 'holiday' }, 2)).toEqual([
      '11-23 22:00 2 onCall on-call passed',
      '11-23 22:10 2 onCall on-call repeated',
    ])
  })
})

describe('an urgent escalation', () => {
  const urgency = 'urgent'

  it('goes by the wall clock while somebody is on duty', () => {
    expect(played({ now: shanghai('11-23', '10:00'), urgency }, 4)).toEqual([
      '11-23 10:00 0 responsible physician began',
      '11-23 10:15 1 careAssistant assistant unanswered',
      '11-23 10:30 2 onCall on-call unanswered',
      '11-23 10:40 2 onCall on-call repeated',
    ])
  })

  it('tells the on-call person at once at night, and those who are always there', () => {
    const members = [member('physician', 'physician', { availability: 'always' }), member('assistant', 'careAssistant')]
    expect(played({ now: shanghai('11-23', '22:00'), urgency, duty: team({ members }) }, 3)).toEqual([
      '11-23 22:00 0 responsible physician began, 2 onCall on-call team-closed',
      '11-23 22:10 2 onCall on-call repeated',
      '11-23 22:15 –',
    ])
  })

  it('tells the on-call person at the closing, when the rungs go home', () => {
    expect(played({ now: shanghai('11-23', '17:50'), urgency }, 3)).toEqual([
      '11-23 17:50 0 responsible physician began',
      '11-23 18:00 2 onCall on-call team-closed',
      '11-23 18:05 –',
    ])
  })

  it('tells the on-call person at once when nobody of a due rung is on duty by day', () => {
    expect(played({ now: shanghai('11-23', '10:00'), urgency, responsibleId: null }, 3)).toEqual([
      '11-23 10:00 2 onCall on-call nobody-on-duty',
      '11-23 10:10 2 onCall on-call repeated',
      '11-23 10:15 1 careAssistant assistant unanswered',
    ])
  })

  it('tells the rungs passed at night when they come in the morning', () => {
    const at = shanghai('11-23', '22:00')
    const state = { ...began(at), told: [{ rung: 2, at: shanghai('11-24', '07:55'), staffIds: ['on-call'] }] }
    expect(asked({ state, now: shanghai('11-24', '07:56'), urgency }).nextAt).toBe(shanghai('11-24', '08:00'))
    expect(words(asked({ state, now: shanghai('11-24', '08:00'), urgency }).tell)).toEqual([
      '0 responsible physician began',
      '1 careAssistant assistant unanswered',
    ])
  })

  it('tells everybody of the ladder where no on-call person is named, whatever the hour', () => {
    const now = shanghai('11-23', '22:00')
    expect(words(asked({ now, urgency, duty: team({ onCallStaffId: null }) }).tell)).toEqual([
      '2 onCall physician+assistant no-on-call',
    ])
    const others = team({ onCallStaffId: null, members: [member('d', 'nutritionist')] })
    expect(words(asked({ now, urgency, duty: others }).tell)).toEqual(['2 onCall d no-on-call'])
    const away = member('physician', 'physician', { availability: 'off' })
    expect(words(asked({ now, urgency, duty: { ...others, members: [away] } }).tell)).toEqual([
      '2 onCall physician no-on-call',
    ])
    const mixed = { ...others, members: [away, member('d', 'nutritionist')] }
    expect(words(asked({ now, urgency, duty: mixed }).tell)).toEqual(['2 onCall physician+d no-on-call'])
  })

  it('tries again where there is nobody at all', () => {
    const now = shanghai('11-23', '10:00')
    const duty = team({ members: [], onCallStaffId: null })
    expect(asked({ now, urgency, duty })).toEqual({ tell: [], nextAt: shanghai('11-23', '10:15') })
  })
})

describe('escalate', () => {
  const now = shanghai('11-23', '12:00')
  const since = began(shanghai('11-23', '10:00'))

  it('gives each rung once after a long outage, and the last one no more often', () => {
    const { tell, nextAt } = asked({ state: since, now })
    expect(words(tell)).toEqual([
      '0 responsible physician began',
      '1 careAssistant assistant unanswered',
      '2 onCall on-call unanswered',
    ])
    expect(nextAt).toBe(shanghai('11-23', '12:10'))
    const told = [{ rung: 0, at: since.startedAt, staffIds: ['physician'] }]
    expect(words(asked({ state: { ...since, told }, now }).tell)).toEqual([
      '1 careAssistant assistant unanswered',
      '2 onCall on-call unanswered',
    ])
  })

  it('tells a person of several rungs once, as one of the highest, and does not come back for the lower', () => {
    const duty = team({ onCallStaffId: 'physician' })
    const { tell } = asked({ state: since, now, duty })
    expect(words(tell)).toEqual(['1 careAssistant assistant unanswered', '2 onCall physician unanswered'])
    const told = tell.map(({ rung, staffIds }) => ({ rung, staffIds, at: now }))
    expect(asked({ state: { ...since, told }, now: shanghai('11-23', '12:01'), duty }).tell).toEqual([])
  })

  it('asks whoever it is assigned to', () => {
    const own: Ladder = { rungs: [{ role: 'assigned', afterMinutes: 5 }], repeatMinutes: 5 }
    expect(played({ now: shanghai('11-23', '10:00'), ladder: own, assignedId: 'manager' }, 3)).toEqual([
      '11-23 10:00 –',
      '11-23 10:05 0 assigned manager began',
      '11-23 10:10 1 onCall on-call unanswered',
    ])
  })

  it.each([
    ['acknowledged', { acknowledgedAt: now }],
    ['ended', { endedAt: now }],
  ])('tells nobody once %s', (_what, over) => {
    for (const urgency of ['ordinary', 'urgent'] as const)
      expect(asked({ state: { ...since, ...over }, now, urgency })).toEqual({ tell: [], nextAt: null })
  })
})
