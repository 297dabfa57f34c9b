import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { serverTree } from './server-tree'
import { libraryFolder, sharedLibraries } from './shared-libraries'
import { runProgram } from './run-program'

const PROGRAMS = ['postgres', 'initdb']
/** The extension, what it is made of, and what PostgreSQL itself loads to make a data folder. */
const EXTENSIONS = /^(plpgsql|dict_snowball|pg_cron|pg_documentdb.*|postgis-\d+|vector|tsm_system_rows|rum)\.so$/
/** Parts of PostGIS that nothing loads. */
const UNUSED = /^(postgis_tiger|postgis_topology|postgis_raster|postgis_sfcgal|address_standardizer)/

/**
 * Starts a program by the tree's own loader, so that neither chroot nor a user namespace nor root is needed. PostgreSQL
 * finds its other folders from argv0.
 */
const LAUNCHER = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
lib=$(cd "$here/../../../" && pwd)
name=$(basename "$0")
for folder in "$lib"/*-linux-gnu*; do
  exec "$folder"/ld-linux*.so.* --inhibit-cache --library-path "$folder:$here/../lib" --argv0 "$here/$name" "$here/$name.bin" "$@"
done
`

/** Copies out of unpacked packages what the server needs, into a tree that can be moved and run from anywhere. */
export async function assembleTree(unpacked: string, folder: string, major: number): Promise<void> {
  const server = join('usr', 'lib', 'postgresql', String(major))
  const share = join('usr', 'share', 'postgresql', String(major))
  const { path, loader } = libraryFolder(unpacked)
  for (const made of [join(server, 'bin'), join(server, 'lib'), path, dirname(share)])
    mkdirSync(join(folder, made), { recursive: true })
  const copy = (from: string, to = from): void => copyFileSync(join(unpacked, from), join(folder, to))
  const extensions = readdirSync(join(unpacked, server, 'lib')).filter((file) => EXTENSIONS.test(file))
  for (const extension of extensions) copy(join(server, 'lib', extension))
  for (const program of PROGRAMS) copy(join(server, 'bin', program), join(server, 'bin', `${program}.bin`))
  copy(join(path, loader))
  const binaries = [...PROGRAMS.map((program) => join('bin', program)), ...extensions.map((file) => join('lib', file))]
  const serverLibraries = join(unpacked, server, 'lib')
  const needed = await sharedLibraries(
    unpacked,
    binaries.map((file) => join(unpacked, server, file)),
    [serverLibraries],
  )
  for (const library of needed) {
    // An extension that others link to is found beside them; a second copy would be loaded as a second library.
    if (dirname(library) !== serverLibraries) copyFileSync(library, join(folder, path, basename(library)))
  }
  cpSync(join(unpacked, share), join(folder, share), {
    recursive: true,
    filter: (file) => !UNUSED.test(basename(file)) && basename(file) !== 'man',
  })
  linkPostgis(join(folder, share, 'extension'))
  for (const program of [serverTree(folder, major).postgres, serverTree(folder, major).initdb]) {
    writeFileSync(program, LAUNCHER)
    chmodSync(program, 0o755)
  }
  // Whatever the umask was: the server may run as another user than the one who fetched it.
  await runProgram('chmod', ['-R', 'a+rX', folder])
}

/** Installing makes this link; unpacking does not. */
function linkPostgis(extensions: string): void {
  if (existsSync(join(extensions, 'postgis.control'))) return
  const versioned = readdirSync(extensions).find((file) => /^postgis-\d+\.control$/.test(file))
  if (versioned) symlinkSync(versioned, join(extensions, 'postgis.control'))
}
