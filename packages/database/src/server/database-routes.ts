import { answers } from './answers'
import type { Route, RouteAnswer } from './choose-route'
import { DatabaseError } from './database-error'
import { holdsData } from './documentdb/data-folder'
import { startDocumentDb, type DocumentDbOptions } from './documentdb/documentdb-server'
import { startMongod } from './mongod-server'
import { programOnPath } from './program-on-path'

const URI_MILLISECONDS = 10_000

export interface RouteOptions extends DocumentDbOptions {
  readonly env: NodeJS.ProcessEnv
}

/**
 * The ways to a database, in the order they are tried. Once data is in PostgreSQL the two of mongod are not tried: a mongod
 * that appears later would start empty, as if everything were lost.
 */
export function databaseRoutes(options: RouteOptions): readonly Route[] {
  const mongods = holdsData(options.stateFolder) ? [earlierData] : [onPath(options), downloaded(options)]
  return [given(options.env), ...mongods, documentDb(options)]
}

function given(env: NodeJS.ProcessEnv): Route {
  const start = async (): Promise<RouteAnswer> => {
    const uri = env['MONGODB_URI']
    if (!uri) return passed('no MONGODB_URI')
    if (await answers(uri, URI_MILLISECONDS))
      return { kind: 'started', server: { uri, label: 'MONGODB_URI', stop: nothing } }
    const hint = 'start that MongoDB, or unset MONGODB_URI to have one started'
    throw new DatabaseError('uri_unreachable', 'MONGODB_URI does not answer', hint)
  }
  return { kind: 'uri', name: 'MONGODB_URI', start }
}

function onPath({ stateFolder, port, env }: RouteOptions): Route {
  const start = async (): Promise<RouteAnswer> => {
    const binary = programOnPath('mongod', env['PATH'])
    if (!binary) return passed('no mongod on PATH')
    return { kind: 'started', server: await startMongod({ binary, stateFolder, port, label: 'mongod on PATH' }) }
  }
  return { kind: 'mongod', name: 'mongod on PATH', start }
}

function downloaded({ stateFolder, port, env, log }: RouteOptions): Route {
  const start = async (): Promise<RouteAnswer> => {
    // Loaded only here: it brings a second MongoDB driver along.
    const { downloadedMongod } = await import('./mongod-download')
    const found = await downloadedMongod(log, env)
    if (found.kind === 'missing') return passed(found.why)
    const label = `downloaded mongod ${found.version}`
    return { kind: 'started', server: await startMongod({ binary: found.file, stateFolder, port, label }) }
  }
  return { kind: 'mongod-download', name: 'mongod download', start }
}

const earlierData: Route = {
  kind: 'mongod',
  name: 'mongod',
  start: () => Promise.resolve(passed('earlier data is in PostgreSQL')),
}

function documentDb(options: DocumentDbOptions): Route {
  const start = async (): Promise<RouteAnswer> => ({ kind: 'started', server: await startDocumentDb(options) })
  return { kind: 'documentdb', name: 'DocumentDB', start }
}

function passed(why: string): RouteAnswer {
  return { kind: 'passed', why }
}

function nothing(): Promise<void> {
  return Promise.resolve()
}
