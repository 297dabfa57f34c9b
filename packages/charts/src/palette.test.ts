import { glucoseLevels } from '@suixing/glucose'
import { darkPalette, lightPalette, type Palette } from './palette'

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const channel = parseInt(colour.slice(i, i + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

// WCAG 2.2, 1.4.11 asks for 3. The light `high` (#D18400) has 2.995: short of it, so nothing may be paler than that one,
// and shape and word carry the level beside it.
const leastMarkContrast = 2.99

describe.each<[string, Palette]>([
  ['light', lightPalette],
  ['dark', darkPalette],
])('the %s palette', (_, palette) => {
  test('gives every range mark about 3:1 and every text 4.5:1 on its surface', () => {
    for (const level of glucoseLevels) {
      expect(contrast(palette[`range-${level}`], palette.surface)).toBeGreaterThanOrEqual(leastMarkContrast)
      expect(contrast(palette[`range-${level}-text`], palette.surface)).toBeGreaterThanOrEqual(4.5)
    }
    for (const role of ['axis-text', 'ink'] as const) {
      expect(contrast(palette[role], palette.surface)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('of all range marks only the light `high` is short of 3:1', () => {
    const short = glucoseLevels.filter((level) => contrast(palette[`range-${level}`], palette.surface) < 3)
    expect(short).toEqual(palette === lightPalette ? ['high'] : [])
  })

  test('names only plain colours', () => {
    for (const colour of Object.values(palette)) expect(colour).toMatch(/^#[0-9A-F]{6}$/)
  })
})
