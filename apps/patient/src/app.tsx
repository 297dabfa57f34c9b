import '@suixing/ui/theme/theme.scss'
import { MediaBaseProvider } from '@suixing/ui'
import type { ReactNode } from 'react'
import { AppDisplayProvider } from './display/use-app-display'
import { useOutboxAwake } from './outbox/use-outbox-awake'

/** The app: how it is drawn, where its media come from, and what still has to be sent, around every page. */
export default function App({ children }: { children?: ReactNode }) {
  useOutboxAwake()
  return (
    <AppDisplayProvider>
      <MediaBaseProvider base={API_BASE_URL}>{children}</MediaBaseProvider>
    </AppDisplayProvider>
  )
}
