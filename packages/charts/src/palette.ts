import type { Role } from './marks'

/** A colour for every role, as `#rrggbb`. */
export type Palette = Readonly<Record<Role, string>>

/** Colours on a light surface. Range marks have 3:1 against it, `range-high` 2.995:1; shapes and words tell levels too. */
export const lightPalette: Palette = {
  surface: '#FFFFFF',
  'target-band': '#E4F5EF',
  median: '#0E6474',
  trace: '#0E6474',
  'axis-text': '#5F6E74',
  'axis-line': '#CBD4D6',
  ink: '#16242A',
  'range-veryLow': '#35268C',
  'range-low': '#4669E6',
  'range-inRange': '#2FA67E',
  'range-high': '#D18400',
  'range-veryHigh': '#A8330F',
  'range-veryLow-text': '#35268C',
  'range-low-text': '#2E4CB3',
  'range-inRange-text': '#0B6B52',
  'range-high-text': '#8A5A00',
  'range-veryHigh-text': '#8F2B0C',
}

/** Colours on a dark surface. */
export const darkPalette: Palette = {
  surface: '#172022',
  'target-band': '#12332A',
  median: '#7BCBD6',
  trace: '#7BCBD6',
  'axis-text': '#95A6AB',
  'axis-line': '#3B4B4F',
  ink: '#EAF1F2',
  'range-veryLow': '#D2C7FF',
  'range-low': '#5B86FF',
  'range-inRange': '#45C79C',
  'range-high': '#F5C35B',
  'range-veryHigh': '#E2602F',
  'range-veryLow-text': '#D2C7FF',
  'range-low-text': '#A9C0FF',
  'range-inRange-text': '#6AD6B0',
  'range-high-text': '#F5C35B',
  'range-veryHigh-text': '#FFA786',
}
