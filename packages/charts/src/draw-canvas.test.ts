import { drawCanvas, type CanvasLike } from './draw-canvas'
import type { Mark } from './marks'
import { darkPalette, lightPalette } from './palette'

/** A context that writes down calls and the state they were made in. */
function recordingContext() {
  const calls: string[] = []
  const state: Record<string, unknown> = {}
  const context = new Proxy(state, {
    get: (target, name) =>
      name in target
        ? target[String(name)]
        : (...args: unknown[]) =>
            calls.push(
              `${String(name)}(${args.map((a) => (typeof a === 'number' ? Math.round(a * 100) / 100 : JSON.stringify(a))).join(' ')})`,
            ),
    set: (target, name, value) => {
      target[String(name)] = value
      if (['fillStyle', 'strokeStyle', 'font', 'textAlign', 'globalAlpha'].includes(String(name)))
        calls.push(`${String(name)}=${String(value)}`)
      return true
    },
  })
  return { calls, context: context as unknown as CanvasLike }
}

function draw(mark: Mark, palette = lightPalette): string[] {
  const { calls, context } = recordingContext()
  drawCanvas(context, { width: 100, height: 50, marks: [mark] }, { palette, fontFamily: 'sans-serif' })
  expect(calls[0]).toBe('clearRect(0 0 100 50)')
  expect(calls.filter((call) => call === 'save()')).toHaveLength(1)
  expect(calls[calls.length - 1]).toBe('restore()')
  return calls.slice(2, -1)
}

test('a dashed line in the colour of its role and its opacity', () => {
  const calls = draw({
    kind: 'line',
    role: 'median',
    width: 2,
    points: [
      [0, 0],
      [3, 6],
    ],
    curve: 'straight',
    dash: [2, 3],
    opacity: 0.9,
  })
  expect(calls).toEqual([
    'globalAlpha=0.9',
    'fillStyle=#0E6474',
    'strokeStyle=#0E6474',
    'setLineDash([2,3])',
    'beginPath()',
    'moveTo(0 0)',
    'lineTo(3 6)',
    'stroke()',
  ])
})

test('a curve in Bézier pieces, an area there and back', () => {
  expect(
    draw({
      kind: 'line',
      role: 'median',
      width: 2,
      points: [
        [0, 0],
        [3, 6],
      ],
      curve: 'monotone',
    }),
  ).toContain('bezierCurveTo(1 2 2 4 3 6)')
  const area = draw({
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
  })
  expect(area.slice(-6)).toEqual(['moveTo(0 1)', 'lineTo(9 2)', 'lineTo(9 6)', 'lineTo(0 5)', 'closePath()', 'fill()'])
})

test('a halo of the surface is stroked before the mark is filled', () => {
  const calls = draw({ kind: 'dot', role: 'range-inRange', x: 5, y: 5, radius: 4, halo: 1.5 }, darkPalette)
  expect(calls.slice(3)).toEqual(['beginPath()', 'arc(5 5 4 0 6.28)', 'strokeStyle=#172022', 'stroke()', 'fill()'])
  expect(
    draw({ kind: 'triangle', role: 'range-high', x: 5, y: 5, size: 4, direction: 'up', halo: 0 }).slice(-5),
  ).toEqual(['moveTo(5 3)', 'lineTo(7 7)', 'lineTo(3 7)', 'closePath()', 'fill()'])
})

test('a rectangle with round corners no larger than it is', () => {
  const calls = draw({ kind: 'rect', role: 'range-low', x: 0, y: 0, width: 4, height: 12, radius: 3 })
  expect(calls).toContain('arcTo(4 0 4 12 2)')
  expect(calls[calls.length - 1]).toBe('fill()')
})

test('a ring on a disc of the surface', () => {
  const calls = draw({ kind: 'ring', role: 'ink', x: 5, y: 5, radius: 12, width: 6, halo: 3 })
  expect(calls.slice(3)).toEqual([
    'fillStyle=#FFFFFF',
    'beginPath()',
    'arc(5 5 15 0 6.28)',
    'fill()',
    'beginPath()',
    'arc(5 5 9 0 6.28)',
    'stroke()',
  ])
})

test('a text with its weight, size and anchor', () => {
  const calls = draw({
    kind: 'text',
    role: 'axis-text',
    x: 1,
    y: 2,
    text: '今天',
    size: 16,
    anchor: 'end',
    weight: 600,
  })
  expect(calls.slice(3)).toEqual(['font=600 16px sans-serif', 'textAlign=right', 'fillText("今天" 1 2)'])
})
