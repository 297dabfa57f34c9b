import type { GlucoseLevel } from '@suixing/glucose'

/** x to the right, y down, in logical pixels of the box. */
export type Point = readonly [x: number, y: number]

/** What a mark stands for; a palette gives each role its colour, so geometry never names one. */
export type Role =
  | 'surface'
  | 'target-band'
  | 'median'
  | 'trace'
  | 'axis-text'
  | 'axis-line'
  | 'ink'
  | `range-${GlucoseLevel}`
  | `range-${GlucoseLevel}-text`

interface MarkBase {
  readonly role: Role
  /** 0 to 1; 1 when absent. */
  readonly opacity?: number
}

export interface LineMark extends MarkBase {
  readonly kind: 'line'
  readonly points: readonly Point[]
  readonly width: number
  /** `monotone` draws a curve through every point that never leaves the range of its two ends. */
  readonly curve: 'straight' | 'monotone'
  readonly dash?: readonly number[]
}

/** The area between two lines over the same x. */
export interface AreaMark extends MarkBase {
  readonly kind: 'area'
  readonly upper: readonly Point[]
  readonly lower: readonly Point[]
  readonly curve: 'straight' | 'monotone'
}

export interface RectMark extends MarkBase {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
}

/** A filled circle with an outline in the surface colour, which keeps crowded dots apart. */
export interface DotMark extends MarkBase {
  readonly kind: 'dot'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly halo: number
}

/** An isosceles triangle in a square of `size` around its centre. */
export interface TriangleMark extends MarkBase {
  readonly kind: 'triangle'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly direction: 'up' | 'down'
  readonly halo: number
}

/** A circle line with the surface inside and around it. */
export interface RingMark extends MarkBase {
  readonly kind: 'ring'
  readonly x: number
  readonly y: number
  /** Outer radius of the line. */
  readonly radius: number
  readonly width: number
  readonly halo: number
}

export interface TextMark extends MarkBase {
  readonly kind: 'text'
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly weight: 400 | 600
}

export type Mark = LineMark | AreaMark | RectMark | DotMark | TriangleMark | RingMark | TextMark

/** A drawing in a box of logical pixels; marks are painted in order. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}
