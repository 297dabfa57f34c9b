import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Whom to run a server as. */
export interface UserIds {
  readonly uid: number
  readonly gid: number
}

/** `nobody`: PostgreSQL refuses to run as root. */
const NOBODY: UserIds = { uid: 65534, gid: 65534 }

/** The user to run PostgreSQL as when we are root; undefined when we are an ordinary user already. */
export function unprivilegedUser(): UserIds | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined
}

/** Whether the user can pass through every folder down to and including `folder`, which must exist. */
export function canEnter(folder: string, user: UserIds | undefined): boolean {
  if (!user) {
    try {
      accessSync(folder, constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (dirname(at) === at) return true
  }
}
