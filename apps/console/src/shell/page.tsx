import { useEffect, type ReactNode } from 'react'
import { TopBar, type Crumb } from './top-bar'

/** Top bar and scrolling body of one page; names the browser tab after the page, never after a patient. */
export function Page({
  crumbs,
  tabTitle,
  children,
}: {
  crumbs: readonly Crumb[]
  tabTitle: string
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${tabTitle} · 随行`
  }, [tabTitle])
  return (
    <div className="main">
      <TopBar crumbs={crumbs} />
      <main className="page">{children}</main>
    </div>
  )
}
