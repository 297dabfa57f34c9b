import { monotoneCurve } from './monotone-curve'
import type { Drawing, Mark, Point, RingMark } from './marks'
import type { Palette } from './palette'
import { triangleCorners } from './triangle-corners'

/** An SVG element with attributes under the names React gives them; `key` is stable for the same drawing. */
export interface SvgElement {
  readonly key: string
  readonly tag: 'path' | 'rect' | 'circle' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly text?: string
}

/** The marks as SVG elements in painting order, for a view box of the drawing's width and height. */
export function toSvg(drawing: Drawing, palette: Palette): readonly SvgElement[] {
  return drawing.marks.flatMap((mark, i) => {
    const opacity = mark.opacity === undefined ? {} : { opacity: mark.opacity }
    const elements = mark.kind === 'ring' ? ringElements(mark, palette) : [elementOf(mark, palette)]
    return elements.map((element, part) => ({
      key: `${mark.kind}-${i}-${part}`,
      ...element,
      attributes: { ...element.attributes, ...opacity },
    }))
  })
}

function elementOf(mark: Exclude<Mark, RingMark>, palette: Palette): Omit<SvgElement, 'key'> {
  const colour = palette[mark.role]
  switch (mark.kind) {
    case 'line': {
      const dash = mark.dash ? { strokeDasharray: mark.dash.join(' ') } : {}
      const stroke = { stroke: colour, strokeWidth: mark.width, strokeLinecap: 'round', strokeLinejoin: 'round' }
      return { tag: 'path', attributes: { d: pathOf(mark.points, mark.curve, 'M'), fill: 'none', ...stroke, ...dash } }
    }
    case 'area': {
      const back = pathOf([...mark.lower].reverse(), mark.curve, 'L')
      return { tag: 'path', attributes: { d: `${pathOf(mark.upper, mark.curve, 'M')}${back}Z`, fill: colour } }
    }
    case 'rect': {
      const { x, y, width, height, radius } = mark
      return {
        tag: 'rect',
        attributes: { x: n(x), y: n(y), width: n(width), height: n(height), rx: radius, fill: colour },
      }
    }
    case 'dot':
      return {
        tag: 'circle',
        attributes: { cx: n(mark.x), cy: n(mark.y), r: mark.radius, fill: colour, ...halo(mark.halo, palette) },
      }
    case 'triangle':
      return {
        tag: 'path',
        attributes: {
          d: `${pathOf(triangleCorners(mark), 'straight', 'M')}Z`,
          fill: colour,
          ...halo(mark.halo, palette),
        },
      }
    case 'text': {
      const { x, y, size, anchor, weight, text } = mark
      return {
        tag: 'text',
        attributes: { x: n(x), y: n(y), fontSize: size, fontWeight: weight, textAnchor: anchor, fill: colour },
        text,
      }
    }
  }
}

function ringElements(
  { x, y, radius, width, halo, role }: RingMark,
  palette: Palette,
): readonly Omit<SvgElement, 'key'>[] {
  const centre = { cx: n(x), cy: n(y) }
  const line = { r: n(radius - width / 2), fill: 'none', stroke: palette[role], strokeWidth: width }
  return [
    { tag: 'circle', attributes: { ...centre, r: n(radius + halo), fill: palette.surface } },
    { tag: 'circle', attributes: { ...centre, ...line } },
  ]
}

function halo(width: number, palette: Palette): Record<string, string | number> {
  return width > 0
    ? { stroke: palette.surface, strokeWidth: n(width * 2), strokeLinejoin: 'round', paintOrder: 'stroke' }
    : {}
}

function pathOf(points: readonly Point[], curve: 'straight' | 'monotone', begin: 'M' | 'L'): string {
  const [first, ...rest] = points
  if (!first) return ''
  const start = `${begin}${at(first)}`
  if (curve === 'straight') return start + rest.map((point) => `L${at(point)}`).join('')
  return (
    start +
    monotoneCurve(points)
      .map(({ control1, control2, end }) => `C${at(control1)} ${at(control2)} ${at(end)}`)
      .join('')
  )
}

const n = (amount: number) => Math.round(amount * 100) / 100
const at = ([x, y]: Point) => `${n(x)} ${n(y)}`
