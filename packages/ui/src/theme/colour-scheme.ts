/** Colour scheme a page is drawn in. */
export type ColourScheme = 'light' | 'dark'
