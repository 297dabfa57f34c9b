import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program'

/** The tree's own libraries and the loader that starts its programs. */
export interface LibraryFolder {
  /** Relative to the tree, e.g. `usr/lib/x86_64-linux-gnu`. */
  readonly path: string
  /** File name of the loader, e.g. `ld-linux-x86-64.so.2`. */
  readonly loader: string
}

/** Finds the library folder of whatever processor the packages are for. */
export function libraryFolder(tree: string): LibraryFolder {
  const parent = join('usr', 'lib')
  for (const name of readdirSync(join(tree, parent)).filter((entry) => entry.includes('-linux-gnu'))) {
    const path = join(parent, name)
    const loader = readdirSync(join(tree, path)).find((file) => /^ld-linux.*\.so\.\d+$/.test(file))
    if (loader) return { path, loader }
  }
  throw new Error('the packages hold no program loader')
}

/**
 * Every library that the programs and extensions need, directly or not, as the tree's own loader finds them.
 * @param folders where to look besides the library folder and its subfolders (some libraries are alternatives)
 * @throws {Error} when one is missing
 */
export async function sharedLibraries(
  tree: string,
  binaries: readonly string[],
  folders: readonly string[],
): Promise<string[]> {
  const { path, loader } = libraryFolder(tree)
  const own = join(tree, path)
  const subfolders = readdirSync(own, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const search = [own, ...folders, ...subfolders.map(({ name }) => join(own, name))].join(':')
  const libraries = new Set<string>()
  for (const binary of binaries) {
    const listed = await runProgram(join(own, loader), ['--inhibit-cache', '--library-path', search, '--list', binary])
    for (const library of librariesIn(listed)) libraries.add(library)
  }
  return [...libraries]
}

/** The files in the loader's listing: `name => file (address)`; the loader itself and the kernel's own are left out. */
export function librariesIn(listing: string): string[] {
  const missing = /^\s*(\S+) => not found/m.exec(listing)?.[1]
  if (missing) throw new Error(`the packages hold no ${missing}`)
  return [...listing.matchAll(/ => (\/\S+)/g)].flatMap(([, file]) => (file ? [file] : []))
}
