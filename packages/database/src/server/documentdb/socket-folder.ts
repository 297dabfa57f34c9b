import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, type UserIds } from '../unprivileged-user'

/** A unix socket's address holds 107 bytes; the socket's own name takes 15 of them. */
const LONGEST = 80

/**
 * Makes the folder of PostgreSQL's socket: short, always the same for a state folder, and closed to others, for who
 * reaches the socket may do everything.
 * @throws {Error} when somebody else made a folder of that name
 */
export function socketFolder(stateFolder: string, user: UserIds | undefined): string {
  const name = `suixing-${createHash('sha256').update(stateFolder).digest('hex').slice(0, 12)}`
  const temporary = tmpdir()
  const usable = temporary.length + name.length < LONGEST && canEnter(temporary, user)
  const folder = join(usable ? temporary : '/tmp', name)
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const { uid, mode } = lstatSync(folder)
  const isOurs = uid === (user?.uid ?? process.getuid?.()) && (mode & 0o170077) === 0o040000
  if (!isOurs) throw new Error(`${folder} belongs to somebody else`)
  return folder
}
