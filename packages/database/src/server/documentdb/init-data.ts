import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { runProgram } from './run-program'
import type { DataFolder } from './data-folder'
import type { ServerTree } from './server-tree'

/** Makes a new data folder. It appears by one rename: an interrupted start leaves no half-made one. */
export async function initData(tree: ServerTree, data: DataFolder): Promise<void> {
  const { path, user } = data
  const making = `${path}.new`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  if (user) chownSync(making, user.uid, user.gid)
  // Trust: the only way in is a socket in a folder closed to others.
  const args = ['-D', making, '-U', 'postgres', '--no-locale', '-E', 'UTF8', '--auth=trust']
  await runProgram(tree.initdb, args, { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' }, ...user })
  renameSync(making, path)
}
