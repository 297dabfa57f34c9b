import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where fetched programs are kept for every clone of the product: the user's cache, or, for root, a folder that the
 * unprivileged user who runs the server can read too.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, isRoot: boolean): string {
  if (isRoot) return '/var/cache/suixing'
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'suixing')
}
