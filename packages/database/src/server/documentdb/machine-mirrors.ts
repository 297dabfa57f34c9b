import { readFileSync } from 'node:fs'
import { DatabaseError } from '../database-error'
import { ProgramError, runProgram } from './run-program'

/**
 * The machine's own package mirrors, known from its sources alone, before any update. Another vendor's repository may carry
 * the same suite name, so there can be several.
 */
export async function machineMirrors(): Promise<string[]> {
  const targets = await runProgram('apt-get', [
    'indextargets',
    '--no-release-info',
    '--format',
    '$(REPO_URI) $(RELEASE)',
  ])
  return mirrorsOf(targets, codenameIn(readFileSync('/etc/os-release', 'utf8')))
}

/** The mirrors among `URI SUITE` lines that carry the suite, each once, in order. */
export function mirrorsOf(targets: string, codename: string): string[] {
  const pairs = targets.split('\n').map((line) => line.split(' '))
  return [...new Set(pairs.flatMap(([uri, suite]) => (uri && suite === codename ? [uri] : [])))]
}

/** @throws {DatabaseError} `fetch_failed` when the system has none */
export function codenameIn(osRelease: string): string {
  const name = /^VERSION_CODENAME="?([\w-]+)"?$/m.exec(osRelease)?.[1]
  if (name) return name
  throw new DatabaseError('fetch_failed', 'this system has no release code name', 'install mongod, or set MONGODB_URI')
}

/** The keys that Debian signs its suites with. */
export async function debianKeyring(): Promise<string> {
  const files = await runProgram('dpkg', ['-L', 'debian-archive-keyring']).catch((error: unknown) => {
    if (error instanceof ProgramError) return ''
    throw error
  })
  const keyring = files.split('\n').find((file) => file.endsWith('/debian-archive-keyring.gpg'))
  if (keyring) return keyring
  throw new DatabaseError('fetch_failed', 'the keys of Debian are not installed', 'install debian-archive-keyring')
}
