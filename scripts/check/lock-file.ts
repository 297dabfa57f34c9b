import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resultOf } from './step'
import type { Step } from './step'
import { workspaces } from './workspaces'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Locked = Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>>

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** Dependencies whose version is a range. Packages of ours are named by `*`: they are the ones in this copy. */
export function inexact(folder: string, manifest: Manifest): readonly string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  return Object.entries(all)
    .filter(([name, version]) => (name.startsWith('@suixing/') ? version !== '*' : !EXACT.test(version)))
    .map(([name, version]) => `${folder}/package.json: ${name} is ${version}, not one exact version`)
}

/** Locked packages that name where they were downloaded from: another registry could not be used then. */
export function withAddress(packages: Locked): readonly string[] {
  return Object.entries(packages)
    .filter(([, { resolved, link }]) => resolved !== undefined && !link)
    .map(([path]) => `package-lock.json: ${path} has a download address`)
}

/** The lock file must work with any registry, and name what was tested. */
export const lockFile: Step = {
  name: 'lock-file',
  async run({ root }) {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
    const manifests = ['.', ...workspaces(root)].filter((folder) => existsSync(join(root, folder, 'package.json')))
    const { packages } = read('package-lock.json') as { packages: Locked }
    const findings = [
      ...manifests.flatMap((folder) => inexact(folder, read(`${folder}/package.json`) as Manifest)),
      ...withAddress(packages),
    ]
    return resultOf(findings, `${Object.keys(packages).length} packages, no addresses, exact versions`)
  },
}
