import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const git = (root: string, args: readonly string[]): readonly string[] =>
  execFileSync('git', [...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0')
    .filter(Boolean)

/** Every file of the product: tracked by git or about to be, present on disk. */
export function productFiles(root: string): readonly string[] {
  return git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).filter((file) =>
    existsSync(join(root, file)),
  )
}

/** What differs from HEAD, new files included. */
export function changedFiles(root: string): readonly string[] {
  return [
    ...git(root, ['diff', '--name-only', '-z', 'HEAD']),
    ...git(root, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]
}
