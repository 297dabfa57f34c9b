import { DatabaseError } from './database-error'
import type { DatabaseKind, Log } from './database-server'

/** What a route started. */
export interface Started {
  readonly uri: string
  /** The server's name for people, e.g. `DocumentDB on PostgreSQL 18`. */
  readonly label: string
  stop(): Promise<void>
}

/** A route's answer: started, or the few words why not (`no mongod on PATH`). */
export type RouteAnswer =
  { readonly kind: 'started'; readonly server: Started } | { readonly kind: 'passed'; readonly why: string }

/** One way to a database. Throwing counts as not working, with the error's message as the reason. */
export interface Route {
  readonly kind: DatabaseKind
  /** Named in the reason when it throws, e.g. `mongod`. */
  readonly name: string
  start(): Promise<RouteAnswer>
}

/**
 * Tries the routes in order and takes the first that works. Logs one line that says which and why. A
 * {@link DatabaseError} that a person must settle (MONGODB_URI does not answer, the state folder is in use) ends the search.
 * @throws {DatabaseError} `no_database` with every reason when none works
 */
export async function chooseRoute(
  routes: readonly Route[],
  log: Log,
): Promise<Started & { readonly kind: DatabaseKind; readonly why: string }> {
  const reasons: string[] = []
  for (const route of routes) {
    const answer = await route.start().catch((error: unknown): RouteAnswer => {
      if (isFinal(error)) throw error
      return { kind: 'passed', why: `${route.name} failed: ${error instanceof Error ? error.message : String(error)}` }
    })
    if (answer.kind === 'passed') {
      reasons.push(answer.why)
      continue
    }
    const why = reasons.join(', ') || 'first choice'
    log(`database: ${answer.server.label} (${why})`)
    return { ...answer.server, kind: route.kind, why }
  }
  throw new DatabaseError(
    'no_database',
    `no database: ${reasons.join(', ')}`,
    'set MONGODB_URI to a MongoDB that runs, or install mongod',
  )
}

function isFinal(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    (error.code === 'uri_unreachable' || error.code === 'state_in_use' || error.code === 'data_version')
  )
}
