import { displayDecimals, type GlucoseLimits, type GlucoseUnit } from '@suixing/glucose'
import type { Mark } from './marks'

export interface TargetFrameInput {
  readonly left: number
  readonly right: number
  readonly y: (amount: number) => number
  readonly limits: GlucoseLimits
  readonly unit: GlucoseUnit
  readonly fontSize: number
}

/** The target band with its two limits named at the left. */
export function targetFrame({ left, right, y, limits, unit, fontSize }: TargetFrameInput): readonly Mark[] {
  const [top, bottom] = [y(limits.highAbove), y(limits.lowBelow)]
  return [
    { kind: 'rect', role: 'target-band', x: left, y: top, width: right - left, height: bottom - top, radius: 3 },
    ...[limits.lowBelow, limits.highAbove].map((limit) => limitLabel(limit, left, y, unit, fontSize)),
  ]
}

/** The text of a limit, its middle at the height of the limit. */
export function limitLabel(
  limit: number,
  left: number,
  y: (amount: number) => number,
  unit: GlucoseUnit,
  size: number,
): Mark {
  const text = limit.toFixed(displayDecimals[unit])
  const [x, baseline] = [left - size * 0.375, y(limit) + size * 0.36]
  return { kind: 'text', role: 'axis-text', x, y: baseline, text, size, anchor: 'end', weight: 400 }
}
