import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from './step'

/** WeChat's limit of a main package, and where we begin to look. */
const LIMIT = 2 * 1024 * 1024
const WATCH = 1024 * 1024

/** Bytes of the main package: everything uploaded but the subpackages, as app.json names them. */
export function mainPackageBytes(folder: string): number {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as {
    subPackages?: readonly { root: string }[]
    subpackages?: readonly { root: string }[]
  }
  const apart = new Set(
    [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) => join(folder, root.replace(/\/$/, ''))),
  )
  const bytesOf = (path: string): number => {
    if (apart.has(path) || path.endsWith('.map')) return 0
    const stats = statSync(path)
    return stats.isDirectory()
      ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
      : stats.size
  }
  return bytesOf(folder)
}

/** Main package of both mini-programs as they were last built. */
export const packageSize: Step = {
  name: 'package-size',
  async run({ root }) {
    const sizes = ['patient', 'physician']
      .map((app) => ({ app, folder: join(root, 'apps', app, 'dist/weapp') }))
      .map(({ app, folder }) => ({
        app,
        bytes: existsSync(join(folder, 'app.json')) ? mainPackageBytes(folder) : null,
      }))
    const summary = sizes
      .map(({ app, bytes }) => `${app} ${bytes === null ? 'not built' : `${Math.round(bytes / 1024)} KB`}`)
      .join(', ')
    const over = (limit: number): boolean => sizes.some(({ bytes }) => bytes !== null && bytes > limit)
    if (over(LIMIT)) return { kind: 'failed', summary, detail: 'WeChat takes a main package of at most 2 MB' }
    if (over(WATCH)) return { kind: 'warned', summary: `${summary}: more than 1 MB` }
    if (sizes.every(({ bytes }) => bytes === null))
      return { kind: 'skipped', summary: `${summary}: node scripts/build.mjs` }
    return { kind: 'passed', summary }
  },
}
