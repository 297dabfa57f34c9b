import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders with a package of ours, relative to the root. */
export function workspaces(root: string): readonly string[] {
  const within = (parent: string): string[] =>
    readdirSync(join(root, parent))
      .sort()
      .map((name) => `${parent}/${name}`)
  return [...within('packages'), ...within('apps'), 'functions'].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  )
}

/** Folders that are type-checked by a tsconfig.json of their own. */
export function typedFolders(root: string): readonly string[] {
  return [...workspaces(root), 'scripts', 'testing', 'testing/weapp', 'bench'].filter((folder) =>
    existsSync(join(root, folder, 'tsconfig.json')),
  )
}
