import { runProgram } from './run-program'

/** What no server needs at run time; the rest is chosen by hand afterwards. */
const EXCLUDED = [
  './usr/share/doc/*',
  './usr/share/man/*',
  './usr/share/locale/*',
  './usr/share/perl*',
  './usr/lib/*/perl*',
  './var/*',
]

const UNPACK = 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --keep-directory-symlink --no-same-owner'

/** Unpacks packages over each other into `folder`, several at once, without installing them. */
export async function unpackPackages(files: readonly string[], folder: string): Promise<void> {
  const script = [UNPACK, ...EXCLUDED.map((pattern) => `--exclude='${pattern}'`)].join(' ')
  const left = [...files]
  const unpackOthers = async (): Promise<void> => {
    for (let file = left.pop(); file; file = left.pop())
      await runProgram('/bin/sh', ['-c', script, 'unpack', file, folder])
  }
  await Promise.all([unpackOthers(), unpackOthers()])
}
