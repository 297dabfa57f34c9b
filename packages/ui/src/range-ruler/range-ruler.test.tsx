/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { RangeRuler } from './range-ruler'

const ringAt = (glucose: Parameters<typeof RangeRuler>[0]['glucose']): number | null => {
  const { container } = render(<RangeRuler glucose={glucose} />)
  const ring = container.querySelector<HTMLElement>('.sx-range-ruler__ring')
  return ring ? parseFloat(ring.style.left) : null
}
const mmol = (value: number) => ({ kind: 'number', value, unit: 'mmol/L' }) as const

test.each([
  [2.9, 0, 12],
  [3.0, 12, 23],
  [3.9, 22, 24],
  [10.0, 64, 67],
  [10.1, 66, 68],
  [14.0, 85, 87],
  [40, 99, 100],
])('%s mmol/L stands between %s and %s percent', (value, from, to) => {
  expect(ringAt(mmol(value))).toBeGreaterThanOrEqual(from)
  expect(ringAt(mmol(value))).toBeLessThanOrEqual(to)
})

test('HI and LO are words: no ring', () => {
  expect(ringAt({ kind: 'HI', unit: 'mmol/L' })).toBeNull()
  expect(ringAt({ kind: 'LO', unit: 'mg/dL' })).toBeNull()
})

test('limits are written in the shown unit, whatever the device wrote', () => {
  const { container } = render(<RangeRuler glucose={{ kind: 'number', value: 140, unit: 'mg/dL' }} />)
  expect(container.textContent).toBe('3.9目标10.0')
})
