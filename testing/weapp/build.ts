import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/**
 * Folder of the compiled weapp package of an app (`patient`, `physician`), built anew when a source it is made of changed
 * since. Throws with the compiler's words.
 */
export const ensureWeapp = (app: string): string => {
  const build = [join(root, 'scripts/build.mjs'), `${app}-weapp`]
  const { status, stderr } = spawnSync(process.execPath, build, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`weapp build of ${app} failed\n${stderr.slice(-6000)}`)
  return join(root, 'apps', app, 'dist/weapp')
}
