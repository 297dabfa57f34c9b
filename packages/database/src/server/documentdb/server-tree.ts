import { join } from 'node:path'

/** PostgreSQL with DocumentDB in a folder of its own; runs from there without being installed. */
export interface ServerTree {
  readonly folder: string
  /** PostgreSQL's major version. */
  readonly major: number
  readonly initdb: string
  readonly postgres: string
}

export function serverTree(folder: string, major: number): ServerTree {
  const bin = join(folder, 'usr', 'lib', 'postgresql', String(major), 'bin')
  return { folder, major, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}
