import { monotoneCurve } from './monotone-curve'
import type { AreaMark, Drawing, LineMark, Mark, Point, RectMark, Role } from './marks'
import type { Palette } from './palette'
import { triangleCorners } from './triangle-corners'

/** The part of CanvasRenderingContext2D that drawing needs; the browser's and the mini-program's canvas both have it. */
export interface CanvasLike {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: unknown
  lineJoin: unknown
  globalAlpha: number
  font: string
  textAlign: unknown
  textBaseline: unknown
  save(): void
  restore(): void
  clearRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, start: number, end: number): void
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void
  fill(): void
  stroke(): void
  fillText(text: string, x: number, y: number): void
  setLineDash(dash: number[]): void
}

export interface CanvasStyle {
  readonly palette: Palette
  /** CSS font family of the words. */
  readonly fontFamily: string
}

/** Clears the box and paints the marks in order; scale the context for the device's pixels before. */
export function drawCanvas(context: CanvasLike, drawing: Drawing, style: CanvasStyle): void {
  context.clearRect(0, 0, drawing.width, drawing.height)
  for (const mark of drawing.marks) {
    context.save()
    context.globalAlpha = mark.opacity ?? 1
    context.fillStyle = style.palette[mark.role]
    context.strokeStyle = style.palette[mark.role]
    context.lineCap = 'round'
    context.lineJoin = 'round'
    paint(context, mark, style)
    context.restore()
  }
}

function paint(context: CanvasLike, mark: Mark, { palette, fontFamily }: CanvasStyle): void {
  switch (mark.kind) {
    case 'line':
      return paintLine(context, mark)
    case 'area':
      return paintArea(context, mark)
    case 'rect':
      return paintRect(context, mark)
    case 'dot':
      circle(context, mark.x, mark.y, mark.radius)
      return fillWithHalo(context, mark.halo, palette.surface)
    case 'triangle':
      polygon(context, triangleCorners(mark))
      return fillWithHalo(context, mark.halo, palette.surface)
    case 'ring':
      context.fillStyle = palette.surface
      circle(context, mark.x, mark.y, mark.radius + mark.halo)
      context.fill()
      context.lineWidth = mark.width
      circle(context, mark.x, mark.y, mark.radius - mark.width / 2)
      return context.stroke()
    case 'text':
      context.font = `${mark.weight} ${mark.size}px ${fontFamily}`
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor === 'end' ? 'right' : 'left'
      context.textBaseline = 'alphabetic'
      return context.fillText(mark.text, mark.x, mark.y)
  }
}

function paintLine(context: CanvasLike, { points, width, dash, curve }: LineMark): void {
  context.lineWidth = width
  context.setLineDash([...(dash ?? [])])
  context.beginPath()
  trace(context, points, curve, 'moveTo')
  context.stroke()
}

function paintArea(context: CanvasLike, { upper, lower, curve }: AreaMark): void {
  context.beginPath()
  trace(context, upper, curve, 'moveTo')
  trace(context, [...lower].reverse(), curve, 'lineTo')
  context.closePath()
  context.fill()
}

function paintRect(context: CanvasLike, { x, y, width, height, radius }: RectMark): void {
  const round = Math.min(radius, width / 2, height / 2)
  context.beginPath()
  context.moveTo(x + round, y)
  context.arcTo(x + width, y, x + width, y + height, round)
  context.arcTo(x + width, y + height, x, y + height, round)
  context.arcTo(x, y + height, x, y, round)
  context.arcTo(x, y, x + width, y, round)
  context.closePath()
  context.fill()
}

function trace(
  context: CanvasLike,
  points: readonly Point[],
  curve: 'straight' | 'monotone',
  begin: 'moveTo' | 'lineTo',
): void {
  const [first, ...rest] = points
  if (!first) return
  context[begin](first[0], first[1])
  if (curve === 'straight') rest.forEach(([x, y]) => context.lineTo(x, y))
  else
    for (const { control1, control2, end } of monotoneCurve(points)) {
      context.bezierCurveTo(control1[0], control1[1], control2[0], control2[1], end[0], end[1])
    }
}

function circle(context: CanvasLike, x: number, y: number, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
}

function polygon(context: CanvasLike, points: readonly Point[]): void {
  context.beginPath()
  trace(context, points, 'straight', 'moveTo')
  context.closePath()
}

// The outline is painted first and the fill over its inner half, so a halo never eats into the mark.
function fillWithHalo(context: CanvasLike, halo: number, surface: Palette[Role]): void {
  if (halo > 0) {
    context.strokeStyle = surface
    context.lineWidth = halo * 2
    context.stroke()
  }
  context.fill()
}
