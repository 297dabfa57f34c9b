import { contentKey } from './content-key'

const reading = {
  at: '2024-01-05T00:30:00Z',
  value: { kind: 'number', value: 5.6, unit: 'mmol/L' },
  source: 'strip',
} as const

test('the same instant written in two ways is the same reading', () => {
  expect(contentKey(reading)).toBe('2024-01-05T00:30:00.000Z|5.6|mmol/L|strip')
  expect(contentKey({ ...reading, at: '2024-01-05T08:30:00+08:00' })).toBe(contentKey(reading))
})

test.each([
  ['instant', { at: '2024-01-05T00:30:01Z' }],
  ['value', { value: { kind: 'number', value: 5.7, unit: 'mmol/L' } }],
  ['unit', { value: { kind: 'number', value: 5.6, unit: 'mg/dL' } }],
  ['word', { value: { kind: 'HI', unit: 'mmol/L' } }],
  ['source', { source: 'scan' }],
] as const)('another %s is another reading', (_, change) => {
  expect(contentKey({ ...reading, ...change })).not.toBe(contentKey(reading))
})

test('HI and LO differ', () => {
  const word = (kind: 'HI' | 'LO') => contentKey({ ...reading, value: { kind, unit: 'mmol/L' } })
  expect(word('HI')).not.toBe(word('LO'))
})
