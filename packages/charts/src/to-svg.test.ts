import type { Drawing, Mark } from './marks'
import { lightPalette } from './palette'
import { toSvg } from './to-svg'

const drawing = (...marks: Mark[]): Drawing => ({ width: 100, height: 50, marks })
const one = (mark: Mark) => toSvg(drawing(mark), lightPalette)

test('a line', () => {
  const line = {
    kind: 'line',
    role: 'median',
    width: 2.2,
    points: [
      [0, 0],
      [3, 6.666666],
    ],
    dash: [2, 3],
  } as const
  expect(one({ ...line, curve: 'straight' })).toEqual([
    {
      key: 'line-0-0',
      tag: 'path',
      attributes: {
        d: 'M0 0L3 6.67',
        fill: 'none',
        stroke: '#0E6474',
        strokeWidth: 2.2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        strokeDasharray: '2 3',
      },
    },
  ])
  expect(one({ ...line, curve: 'monotone' })[0]?.attributes['d']).toBe('M0 0C1 2.22 2 4.44 3 6.67')
})

test('an area goes along its upper edge and back along its lower one', () => {
  const area = one({
    kind: 'area',
    role: 'median',
    upper: [
      [0, 1],
      [9, 2],
    ],
    lower: [
      [0, 5],
      [9, 6],
    ],
    curve: 'straight',
    opacity: 0.3,
  })
  expect(area).toEqual([
    { key: 'area-0-0', tag: 'path', attributes: { d: 'M0 1L9 2L9 6L0 5Z', fill: '#0E6474', opacity: 0.3 } },
  ])
})

test('a triangle points where its level lies', () => {
  const triangle = { kind: 'triangle', role: 'range-low', x: 10, y: 10, size: 4, halo: 0 } as const
  expect(one({ ...triangle, direction: 'down' })[0]?.attributes['d']).toBe('M10 12L12 8L8 8Z')
  expect(one({ ...triangle, direction: 'up' })[0]?.attributes['d']).toBe('M10 8L12 12L8 12Z')
})

test('a halo is painted behind the mark', () => {
  const [dot] = one({ kind: 'dot', role: 'range-inRange', x: 5, y: 5, radius: 4.5, halo: 1.5 })
  expect(dot?.attributes).toMatchObject({ stroke: '#FFFFFF', strokeWidth: 3, paintOrder: 'stroke', fill: '#2FA67E' })
})

test('a ring is a disc of the surface and a line on it', () => {
  const ring = one({ kind: 'ring', role: 'ink', x: 5, y: 5, radius: 12, width: 6, halo: 3 })
  expect(ring.map(({ attributes }) => [attributes['r'], attributes['fill'], attributes['stroke']])).toEqual([
    [15, '#FFFFFF', undefined],
    [9, 'none', '#16242A'],
  ])
})

test('a rectangle and a text', () => {
  const rect: Mark = { kind: 'rect', role: 'target-band', x: 1, y: 2, width: 3, height: 4, radius: 1 }
  const text: Mark = { kind: 'text', role: 'axis-text', x: 1, y: 2, text: '今天', size: 16, anchor: 'end', weight: 400 }
  const elements = toSvg(drawing(rect, text), lightPalette)
  expect(elements[0]?.attributes).toEqual({ x: 1, y: 2, width: 3, height: 4, rx: 1, fill: '#E4F5EF' })
  expect(elements[1]).toMatchObject({ tag: 'text', text: '今天', attributes: { textAnchor: 'end', fontSize: 16 } })
  expect(new Set(elements.map(({ key }) => key)).size).toBe(2)
})
