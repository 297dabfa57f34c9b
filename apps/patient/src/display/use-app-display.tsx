import { DisplayProvider, usualDisplay, type Display } from '@suixing/ui'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { platform } from '../platform'
import type { Surroundings } from '../platform/platform'

interface AppDisplay {
  readonly app: Surroundings['app'] | 'unknown'
  readonly large: boolean
  setLarge(large: boolean): void
}
const storageKey = 'large-type'
const Context = createContext<AppDisplay>({ app: 'unknown', large: false, setLarge: () => undefined })

/** Large type and surroundings for the pages. */
export const useAppDisplay = (): AppDisplay => useContext(Context)

/** Holds how the app is drawn: the phone's measures, and large type as the person chose it on this phone. */
export const AppDisplayProvider = ({ children }: { children?: ReactNode }) => {
  const [around, setAround] = useState<Surroundings | null>(null)
  const [large, setLargeState] = useState(() => platform.storage.read(storageKey) === 'on')
  useEffect(() => {
    void platform.surroundings().then(setAround)
  }, [])
  const display: Display = {
    ...usualDisplay,
    type: large ? 'large' : 'normal',
    ...(around
      ? { systemScheme: around.scheme, statusBarHeight: around.statusBarHeight, bottomInset: around.bottomInset }
      : {}),
  }
  const value = useMemo<AppDisplay>(
    () => ({
      app: around?.app ?? 'unknown',
      large,
      setLarge(next) {
        platform.storage.write(storageKey, next ? 'on' : 'off')
        setLargeState(next)
      },
    }),
    [around, large],
  )
  return (
    <Context.Provider value={value}>
      <DisplayProvider display={display}>{children}</DisplayProvider>
    </Context.Provider>
  )
}
