import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { Link } from 'react-router-dom'
import { PatientSearch } from '../patients/patient-search'
import { SandboxClock } from './sandbox-clock'

/** One step of the path to a page; the last has no address. */
export interface Crumb {
  readonly title: string
  readonly to?: string
}

/** Where one is, the sandbox's clock if there is one, and search. */
export function TopBar({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <header className="top-bar">
      {crumbs.map(({ title, to }, index) => (
        <Fragment key={`${index}-${title}`}>
          {index > 0 ? <ChevronRight size={14} color="var(--ink-3)" /> : null}
          {to ? (
            <Link to={to} className="ink-3">
              {title}
            </Link>
          ) : (
            <b>{title}</b>
          )}
        </Fragment>
      ))}
      <span className="grow" />
      <SandboxClock />
      <PatientSearch />
    </header>
  )
}
