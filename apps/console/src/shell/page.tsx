import { useEffect, type ReactNode } from 'react'
import { TopBar, type Crumb } from './top-bar'

/** Top bar and body of one page, which scrolls as a whole or holds columns that scroll by themselves; names the browser tab after the page, never after a patient. */
export function Page({
  crumbs,
  tabTitle,
  layout = 'scroll',
  children,
}: {
  crumbs: readonly Crumb[]
  tabTitle: string
  layout?: 'scroll' | 'columns'
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${tabTitle} · 随行`
  }, [tabTitle])
  return (
    <div className="main">
      <TopBar crumbs={crumbs} />
      <main className={layout === 'columns' ? 'page columns' : 'page'}>{children}</main>
    </div>
  )
}
