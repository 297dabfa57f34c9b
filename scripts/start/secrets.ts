import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Secrets {
  readonly sessionKey: string
  readonly hostSecret: string
}

/** Secrets of this copy, made once; readable by the owner only. */
export function secretsOf(path: string): Secrets {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets
  const secrets = { sessionKey: randomBytes(32).toString('hex'), hostSecret: randomBytes(24).toString('hex') }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
