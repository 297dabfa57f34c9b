import fc from 'fast-check'
import { axisLabels } from './axis-labels'
import { textWidth } from './text-width'

const place = (labels: { x: number; text: string }[]) =>
  axisLabels({ labels, left: 40, right: 320, baseline: 170, size: 16 })

test('labels at the ends are pulled inside', () => {
  const [first, last] = place([
    { x: 40, text: '11/11' },
    { x: 320, text: '今天' },
  ])
  expect(first?.x).toBeCloseTo(40 + 24, 9)
  expect(last?.x).toBe(320 - 16)
})

test('where labels would touch, the last one stays', () => {
  expect(
    place([
      { x: 60, text: '11/11' },
      { x: 290, text: '11/23' },
      { x: 310, text: '今天' },
    ]).map(({ text }) => text),
  ).toEqual(['11/11', '今天'])
})

test('labels never touch and never leave the axis', () => {
  const label = fc.record({
    x: fc.integer({ min: 0, max: 360 }),
    text: fc.constantFrom('11/11', '今天', '1/2', '00:00'),
  })
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
      const ends = place(labels.sort((a, b) => a.x - b.x)).map(
        ({ x, text }) => [x - textWidth(text, 16) / 2, x + textWidth(text, 16) / 2] as const,
      )
      ends.forEach(([start, end], i) => {
        expect(start).toBeGreaterThanOrEqual(Math.max(40, ends[i - 1]?.[1] ?? 0) - 1e-9)
        expect(end).toBeLessThanOrEqual(320 + 1e-9)
      })
    }),
  )
})
