/** Colours for canvas, which cannot read CSS variables. Names are the CSS variables of tokens.scss without the dashes. */
export interface Palette {
  readonly ink1: string
  readonly ink2: string
  readonly ink3: string
  readonly surface: string
  readonly line: string
  readonly line2: string
  readonly brand: string
  readonly band: string
  readonly veryLow: string
  readonly low: string
  readonly inRange: string
  readonly high: string
  readonly veryHigh: string
}

/** Colour scheme a page is drawn in. */
export type ColourScheme = 'light' | 'dark'

/** Canvas colours by scheme. */
export const palettes: Record<ColourScheme, Palette> = {
  light: {
    ink1: '#16242a',
    ink2: '#4e5d63',
    ink3: '#5f6e74',
    surface: '#ffffff',
    line: '#e4e9ea',
    line2: '#cbd4d6',
    brand: '#0e6474',
    band: '#e4f5ef',
    veryLow: '#35268c',
    low: '#4669e6',
    inRange: '#2fa67e',
    high: '#d18400',
    veryHigh: '#a8330f',
  },
  dark: {
    ink1: '#eaf1f2',
    ink2: '#b3c1c5',
    ink3: '#95a6ab',
    surface: '#172022',
    line: '#283538',
    line2: '#3b4b4f',
    brand: '#7bcbd6',
    band: '#12332a',
    veryLow: '#d2c7ff',
    low: '#5b86ff',
    inRange: '#45c79c',
    high: '#f5c35b',
    veryHigh: '#e2602f',
  },
}
