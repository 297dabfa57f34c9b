import { checkLadder, endingOnCall } from './ladder'
import type { Rung } from './ladder'

const rung = (role: Rung['role'], afterMinutes: number): Rung => ({ role, afterMinutes })
const codes = (rungs: Rung[], repeatMinutes = 10) =>
  checkLadder({ rungs, repeatMinutes }).map(({ code, field }) => `${code} ${field}`)

describe('checkLadder', () => {
  it.each<[string, Rung[]]>([
    ['only the on-call person', [rung('onCall', 0)]],
    ['three rungs', [rung('responsible', 0), rung('careAssistant', 15), rung('onCall', 30)]],
  ])('finds nothing wrong with %s', (_what, rungs) => expect(codes(rungs)).toEqual([]))

  it.each<[string, Rung[], string[]]>([
    ['empty', [], ['empty rungs']],
    ['no on-call person at the end', [rung('responsible', 0)], ['not-ending-on-call rungs.0.role']],
    [
      'on-call person in the middle only',
      [rung('onCall', 0), rung('physician', 5)],
      ['not-ending-on-call rungs.1.role'],
    ],
    ['two at one minute', [rung('assigned', 5), rung('onCall', 5)], ['not-ascending rungs.1.afterMinutes']],
    ['falling', [rung('assigned', 5), rung('onCall', 3)], ['not-ascending rungs.1.afterMinutes']],
    ['half a minute', [rung('onCall', 0.5)], ['minutes-invalid rungs.0.afterMinutes']],
    ['longer than a week', [rung('onCall', 10_081)], ['minutes-invalid rungs.0.afterMinutes']],
    [
      'before it began',
      [rung('onCall', -1)],
      ['minutes-invalid rungs.0.afterMinutes', 'not-ascending rungs.0.afterMinutes'],
    ],
  ])('%s', (_what, rungs, problems) => expect(codes(rungs)).toEqual(problems))

  it.each([0, 1.5, -3, 1441, Number.NaN])('repeat every %s minutes', (repeat) =>
    expect(codes([rung('onCall', 0)], repeat)).toEqual(['repeat-invalid repeatMinutes']),
  )

  it('says what is wrong in both languages', () => {
    for (const { says } of checkLadder({ rungs: [], repeatMinutes: 0 })) {
      expect(says.zh).toMatch(/\p{Script=Han}/u)
      expect(says.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('endingOnCall', () => {
  it('adds the on-call person to a ladder that was never checked', () => {
    expect(endingOnCall({ rungs: [], repeatMinutes: 5 }).rungs).toEqual([rung('onCall', 0)])
    expect(endingOnCall({ rungs: [rung('physician', 10)], repeatMinutes: 5 }).rungs).toEqual([
      rung('physician', 10),
      rung('onCall', 15),
    ])
  })
  it('leaves one that ends there as it is', () => {
    const ladder = { rungs: [rung('onCall', 0)], repeatMinutes: 5 }
    expect(endingOnCall(ladder)).toBe(ladder)
  })
})
