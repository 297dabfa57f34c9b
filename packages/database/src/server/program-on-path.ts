import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first executable file of that name in the folders of `path`. */
export function programOnPath(name: string, path = ''): string | undefined {
  const candidates = path.split(delimiter).filter(Boolean)
  return candidates.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
