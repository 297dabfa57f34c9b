import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program'

/** A package manager state of our own: nothing of the machine's is read or changed, and no root is needed. */
export interface Apt {
  /** Where downloaded packages are put. */
  readonly archives: string
  /** Reads the signed index of one suite. */
  update(mirror: string, suite: string): Promise<void>
  /** The names of all packages that begin with `prefix`. */
  names(prefix: string): Promise<string[]>
  /** Downloads a package and all it depends on. */
  download(name: string, onLine: (line: string) => void): Promise<void>
}

/** Makes the state in `folder`; packages are checked by the keys in `keyring`. */
export function privateApt(folder: string, keyring: string): Apt {
  const state = join(folder, 'state')
  const cache = join(folder, 'cache')
  const sources = join(folder, 'sources.list')
  for (const made of [join(state, 'lists', 'partial'), join(cache, 'archives', 'partial')])
    mkdirSync(made, { recursive: true })
  writeFileSync(join(state, 'status'), '')
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State': state,
    'Dir::State::status': join(state, 'status'),
    'Dir::Cache': cache,
    // A mirror's index of a testing suite may lie past its date; the signature still holds.
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Languages': 'none',
    'Acquire::http::Timeout': '20',
    'APT::Install-Recommends': 'false',
    'APT::Update::Error-Mode': 'any',
    'APT::Sandbox::User': '',
    'Debug::NoLocking': '1',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  return {
    archives: join(cache, 'archives'),
    update: async (mirror, suite) => {
      writeFileSync(sources, `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`)
      await runProgram('apt-get', [...options, '-q', 'update'])
    },
    names: async (prefix) =>
      (await runProgram('apt-cache', [...options, 'pkgnames', prefix])).split('\n').filter(Boolean),
    download: async (name, onLine) => {
      await runProgram('apt-get', [...options, '-q', '-y', '--download-only', 'install', name], { onLine })
    },
  }
}
