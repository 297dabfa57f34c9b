import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { darkPalette, lightPalette } from '@suixing/charts'

const scss = readFileSync(join(__dirname, 'tokens.scss'), 'utf8')
const mixin = (name: string): Map<string, string> => {
  const body = new RegExp(`@mixin ${name} \\{([^}]*)\\}`).exec(scss)?.[1] ?? ''
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value.trim()]))
}
const light = mixin('light')
const dark = mixin('dark')

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** Contrast by WCAG 2.1. */
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test('dark names exactly the colours light names', () => {
  expect([...dark.keys()]).toEqual([...light.keys()])
  expect(light.size).toBeGreaterThan(40)
})

test.each([
  ['light', light, lightPalette],
  ['dark', dark, darkPalette],
] as const)('canvas and page are drawn in the same %s colours', (_, tokens, palette) => {
  const of = (name: string) => tokens.get(name)?.toUpperCase()
  expect({
    surface: of('surface'),
    band: of('band'),
    median: of('brand'),
    axis: of('ink-3'),
    levels: ['very-low', 'low', 'in', 'high', 'very-high'].map((level) => of(`g-${level}`)),
  }).toEqual({
    surface: palette.surface,
    band: palette['target-band'],
    median: palette.median,
    axis: palette['axis-text'],
    levels: [
      palette['range-veryLow'],
      palette['range-low'],
      palette['range-inRange'],
      palette['range-high'],
      palette['range-veryHigh'],
    ],
  })
})

const pairs = [
  ...['ink-1', 'ink-2', 'ink-3', 'brand', 'urgent', 'ok'].flatMap((ink) => [
    [ink, 'bg'],
    [ink, 'surface'],
  ]),
  ['on-brand', 'brand'],
  ['brand', 'brand-tint'],
  ['kin-ink', 'kin-tint'],
  ['kin-face-ink', 'kin-face'],
  ['warn', 'warn-tint'],
  ['ok', 'ok-tint'],
  ['urgent', 'urgent-tint'],
  ...['very-low', 'low', 'in', 'high', 'very-high'].map((level) => [`g-${level}-ink`, `g-${level}-tint`]),
] as [string, string][]

test.each(pairs)('%s on %s is readable in both schemes', (ink, ground) => {
  for (const tokens of [light, dark])
    expect(contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
})

test('patients read at least 16 px and touch at least 48, in large type more', () => {
  const px = (tokens: Map<string, string>, name: string) => parseInt(tokens.get(name) ?? '0', 10)
  const [normal, large, compact] = [mixin('type-normal'), mixin('type-large'), mixin('type-compact')]
  for (const name of ['body', 'small', 'button']) expect(px(normal, name)).toBeGreaterThanOrEqual(16)
  for (const name of ['touch', 'button-height', 'button-small-height'])
    expect(px(normal, name)).toBeGreaterThanOrEqual(48)
  for (const name of ['body', 'small', 'button', 'glucose', 'touch'])
    expect(px(large, name)).toBeGreaterThan(px(normal, name))
  expect(px(compact, 'small')).toBeGreaterThanOrEqual(13)
  expect(px(compact, 'touch')).toBeGreaterThanOrEqual(44)
})
