import type { ReactNode } from 'react'

/** Nothing here yet: dotted paths, one sentence, at most one button. */
export function EmptyState({ title, detail, action }: { title: string; detail?: string; action?: ReactNode }) {
  return (
    <div className="center" style={{ padding: '20px 0' }}>
      <svg width="150" height="76" viewBox="0 0 150 76" aria-hidden="true">
        <g fill="none" strokeWidth="3" strokeLinecap="round" strokeDasharray="1 8">
          <path d="M8 66c34 0 42-40 78-40s34-14 52-16" stroke="var(--brand)" />
          <path d="M22 72c34 0 42-32 74-32 20 0 26-8 36-11" stroke="var(--kin)" />
        </g>
        <circle cx="8" cy="66" r="5" fill="var(--brand)" />
        <circle cx="24" cy="72" r="4" fill="var(--kin)" />
      </svg>
      <b style={{ display: 'block', fontSize: 15, marginTop: 8 }}>{title}</b>
      {detail ? <div className="second">{detail}</div> : null}
      {action ? <div style={{ marginTop: 12 }}>{action}</div> : null}
    </div>
  )
}
