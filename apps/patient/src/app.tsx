import '@suixing/ui/theme/theme.scss'
import type { ReactNode } from 'react'
import { AppDisplayProvider } from './display/use-app-display'

/** The app: how it is drawn, around every page. */
export default function App({ children }: { children?: ReactNode }) {
  return <AppDisplayProvider>{children}</AppDisplayProvider>
}
