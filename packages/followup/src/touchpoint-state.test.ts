import { touchpointState } from '@suixing/contracts'
import type { TouchpointState } from '@suixing/contracts'
import { hasEnded, mayFollow } from './touchpoint-state'

const states = touchpointState.options
const allowed: Record<TouchpointState, readonly TouchpointState[]> = {
  planned: ['planned', 'due', 'skipped', 'missed', 'cancelled'],
  due: ['planned', 'claimed', 'skipped', 'missed', 'cancelled'],
  claimed: ['planned', 'due', 'handed-over', 'delivered', 'skipped', 'missed', 'cancelled', 'failed', 'uncertain'],
  'handed-over': ['delivered', 'answered', 'missed', 'cancelled', 'failed', 'uncertain'],
  delivered: ['answered', 'failed'],
  uncertain: ['delivered', 'answered', 'cancelled', 'failed'],
  answered: [],
  skipped: [],
  missed: [],
  cancelled: [],
  failed: [],
}

describe('mayFollow', () => {
  it.each(states)('%s', (from) => {
    expect(states.filter((to) => mayFollow(from, to)).sort()).toEqual([...allowed[from]].sort())
  })

  /** Every transition a worker of the product makes, by what makes it. */
  it.each<[string, TouchpointState, TouchpointState]>([
    ['reached due', 'planned', 'due'],
    ['moved with its event', 'planned', 'planned'],
    ['moved with its event when due', 'due', 'planned'],
    ['cancelled with its plan', 'planned', 'cancelled'],
    ['cancelled with its plan when due', 'due', 'cancelled'],
    ['deferred, or nothing left to reserve', 'due', 'planned'],
    ['skipped or merged', 'due', 'skipped'],
    ['too late', 'due', 'missed'],
    ['taken up', 'due', 'claimed'],
    ['handed to a person', 'claimed', 'handed-over'],
    ['accepted', 'claimed', 'delivered'],
    ['refused', 'claimed', 'failed'],
    ['to be tried later', 'claimed', 'planned'],
    ['lost between attempt and outcome', 'claimed', 'uncertain'],
    ['answered', 'delivered', 'answered'],
    ['answered to a person', 'handed-over', 'answered'],
    ['msg_send_fail', 'delivered', 'failed'],
    ['msg_send_fail of what a person took', 'handed-over', 'failed'],
    ['settled by a person', 'uncertain', 'delivered'],
  ])('%s: %s → %s', (_what, from, to) => {
    expect(mayFollow(from, to)).toBe(true)
  })

  it('never sends again what has been delivered, nor opens what has ended', () => {
    for (const from of ['delivered', 'answered', 'skipped', 'missed', 'cancelled', 'failed', 'uncertain'] as const)
      for (const to of ['planned', 'due', 'claimed'] as const) expect(mayFollow(from, to)).toBe(false)
  })
  it('comes to an end from everywhere', () => {
    const reached = new Set(states.filter(hasEnded))
    for (let grown = -1; grown !== reached.size;) {
      grown = reached.size
      for (const from of states) if (states.some((to) => reached.has(to) && mayFollow(from, to))) reached.add(from)
    }
    expect([...reached].sort()).toEqual([...states].sort())
  })
})

describe('hasEnded', () => {
  it.each(states)('%s', (state) => {
    const open: readonly TouchpointState[] = ['planned', 'due', 'claimed', 'handed-over', 'delivered']
    expect(hasEnded(state)).toBe(!open.includes(state))
  })
  it('leaves only uncertain to be settled', () => {
    expect(states.filter((state) => hasEnded(state) && states.some((to) => mayFollow(state, to)))).toEqual([
      'uncertain',
    ])
  })
})
