import type { TextMark } from './marks'
import { textWidth } from './text-width'

export interface AxisLabel {
  readonly x: number
  readonly text: string
}

export interface AxisLabelsInput {
  readonly labels: readonly AxisLabel[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/**
 * Labels below an axis, kept inside it. Where they would touch, the last one (usually today) and then the earlier ones
 * win; labels outside the axis or without a place are left out.
 */
export function axisLabels({ labels, left, right, baseline, size }: AxisLabelsInput): readonly TextMark[] {
  const inside = labels.filter(({ x, text }) => x >= left && x <= right && textWidth(text, size) <= right - left)
  const placed = inside.map(({ x, text }) => {
    const width = textWidth(text, size)
    const start = Math.min(Math.max(x - width / 2, left), right - width)
    return { text, start, end: start + width }
  })
  const last = placed[placed.length - 1]
  const kept: typeof placed = []
  for (const label of placed) {
    const clearOf = (other: typeof label) => label.end + size / 3 <= other.start || other.end + size / 3 <= label.start
    const before = kept[kept.length - 1]
    if ((before === undefined || clearOf(before)) && (label === last || last === undefined || clearOf(last))) {
      kept.push(label)
    }
  }
  return kept.map(({ text, start, end }) => ({
    kind: 'text',
    role: 'axis-text',
    x: (start + end) / 2,
    y: baseline,
    text,
    size,
    anchor: 'middle',
    weight: 400,
  }))
}
