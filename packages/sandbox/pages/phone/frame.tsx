import type { ReactNode } from 'react'
import './phone.css'

/** The screen of a phone, 375×812. Status bar and home bar lie above whatever the phone shows. */
export function PhoneScreen(props: { time: string; name: string; testId: string; children: ReactNode }) {
  return (
    <section className="phone" aria-label={props.name} data-testid={props.testId}>
      {props.children}
      <StatusBar time={props.time} />
      <div className="phone-homebar" aria-hidden="true" />
    </section>
  )
}

function StatusBar({ time }: { time: string }) {
  return (
    <div className="phone-status" aria-hidden="true">
      <span>{time}</span>
      <svg width="18" height="12" viewBox="0 0 18 12" fill="#111">
        <rect y="8" width="3" height="4" rx="1" />
        <rect x="5" y="5.5" width="3" height="6.5" rx="1" />
        <rect x="10" y="3" width="3" height="9" rx="1" />
        <rect x="15" width="3" height="12" rx="1" />
      </svg>
      <svg width="17" height="12" viewBox="0 0 17 12" fill="#111">
        <path d="M8.5 2.4c2.3 0 4.4.9 6 2.4l1.1-1.2A10.3 10.3 0 0 0 8.5.7 10.3 10.3 0 0 0 1.4 3.6l1.1 1.2a8.7 8.7 0 0 1 6-2.4zm0 3.8c1.3 0 2.5.5 3.4 1.3l1.1-1.2a6.5 6.5 0 0 0-9 0l1.1 1.2c.9-.8 2.1-1.3 3.4-1.3zM10.8 8.7a3.4 3.4 0 0 0-4.6 0l2.3 2.5z" />
      </svg>
      <svg width="27" height="13" viewBox="0 0 27 13">
        <rect x=".5" y=".5" width="23" height="12" rx="3.5" fill="none" stroke="#111" opacity=".4" />
        <rect x="2" y="2" width="18" height="9" rx="2.2" fill="#111" />
        <path d="M25 4.5c1 .3 1.5 1 1.5 2s-.5 1.7-1.5 2z" fill="#111" opacity=".5" />
      </svg>
    </div>
  )
}

/** The two buttons WeChat draws over every mini-program, 87×32 at the right of the title bar. */
export function Capsule(props: { onClose: () => void }) {
  return (
    <div className="capsule">
      <span aria-hidden="true">
        <svg width="20" height="8" viewBox="0 0 20 8" fill="#111">
          <circle cx="3" cy="4" r="2" />
          <circle cx="10" cy="4" r="3" />
          <circle cx="17" cy="4" r="2" />
        </svg>
      </span>
      <i aria-hidden="true" />
      <button type="button" aria-label="关闭小程序" data-testid="capsule-close" onClick={props.onClose}>
        <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="#111" strokeWidth="2">
          <circle cx="9" cy="9" r="7.5" />
          <circle cx="9" cy="9" r="3" fill="#111" stroke="none" />
        </svg>
      </button>
    </div>
  )
}

/** The yellow strip every sandbox screen wears. */
export function SandboxStrip({ children }: { children: ReactNode }) {
  return (
    <div className="phone-strip" data-testid="sandbox-strip">
      {children}
    </div>
  )
}
