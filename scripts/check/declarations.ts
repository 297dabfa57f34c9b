import { join } from 'node:path'
import { runTool } from './run-tool'

export interface Declared {
  readonly name: string
  readonly type: 'http' | 'timer'
  readonly method?: string
  readonly path?: string
  readonly cron?: string
  readonly guard?: string
}
export interface Contracted {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly guard?: string
}
export interface Declarations {
  readonly triggers: readonly Declared[]
  readonly routes: readonly Contracted[]
  /** Roles that the guard `staff` lets in. */
  readonly staffRoles: readonly string[]
}

/** What functions/src declares when it is loaded, beside the routes of the contract. Throws with the loader's words. */
export async function readDeclarations(root: string): Promise<Declarations> {
  const { status, stdout, output } = await runTool(root, [
    join(root, 'scripts/run.mjs'),
    join(root, 'scripts/check/declared-triggers.ts'),
  ])
  const line = stdout.split('\n').find((each) => each.startsWith('{"triggers"'))
  if (status !== 0 || !line) throw new Error(`the triggers could not be loaded\n${output.slice(-3000)}`)
  return JSON.parse(line) as Declarations
}
