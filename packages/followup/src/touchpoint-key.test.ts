import fc from 'fast-check'
import { touchpointKey } from './touchpoint-key'
import type { TouchpointIdentity } from './touchpoint-key'

const identity: fc.Arbitrary<TouchpointIdentity> = fc.record({
  enrolmentId: fc.string({ maxLength: 4 }),
  planId: fc.string({ maxLength: 4 }),
  stepId: fc.string({ maxLength: 4 }),
  anchorEventId: fc.string({ maxLength: 4 }),
  ordinal: fc.nat({ max: 12 }),
})

describe('touchpointKey', () => {
  it('is readable for ordinary ids', () => {
    const of = { enrolmentId: 'e1', planId: 'first-week', stepId: 'check', anchorEventId: 'enrolled', ordinal: 0 }
    expect(touchpointKey(of)).toBe('e1/first-week/check/enrolled/0')
  })
  it('keeps ids apart that hold the separator', () => {
    const of = { enrolmentId: 'e', planId: 'a/b', stepId: 'c', anchorEventId: 'x', ordinal: 0 }
    expect(touchpointKey(of)).not.toBe(touchpointKey({ ...of, planId: 'a', stepId: 'b/c' }))
  })
  it('is equal only for equal identities', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(touchpointKey(a) === touchpointKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})
