import { createContext, useContext, type ReactNode } from 'react'
import type { ColourScheme } from './colour-scheme'

/** How a person wants the app drawn, and what the frame around it covers. Pixels. */
export interface Display {
  /** normal and large: patient; compact: physician. */
  readonly type: 'normal' | 'large' | 'compact'
  /** `system` follows the phone. */
  readonly scheme: 'system' | ColourScheme
  /** What the phone says it is drawn in; used where `scheme` is `system`. */
  readonly systemScheme: ColourScheme
  /** Height of the status bar the frame draws over the page. */
  readonly statusBarHeight: number
  /** Space under the last control, above the home indicator; `environment` = what CSS env() says. */
  readonly bottomInset: number | 'environment'
}

/** Display of a WeChat phone before anything is known. */
export const usualDisplay: Display = {
  type: 'normal',
  scheme: 'system',
  systemScheme: 'light',
  statusBarHeight: 44,
  bottomInset: 'environment',
}
const Context = createContext<Display>(usualDisplay)

/** Put around the app, in app.tsx. */
export const DisplayProvider = ({ display, children }: { display: Display; children?: ReactNode }) => (
  <Context.Provider value={display}>{children}</Context.Provider>
)

/** The display in force here. */
export const useDisplay = (): Display => useContext(Context)

/** The scheme that is really drawn. */
export const shownScheme = (display: Display): ColourScheme =>
  display.scheme === 'system' ? display.systemScheme : display.scheme
