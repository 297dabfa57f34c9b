import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from './world'

export interface Snapshot {
  /** Writes soon; many changes make one writing. */
  later(): void
  /** Writes now what is still unwritten. */
  flush(): void
}

const pauseMs = 200

/** The world a folder holds; null when there is none, or none this version reads. */
export function readSnapshot(folder: string): World | null {
  let text: string
  try {
    text = readFileSync(join(folder, 'state.json'), 'utf8')
  } catch {
    return null
  }
  const world = JSON.parse(text) as World
  return world.format === 1 ? world : null
}

/** Keeps `state.json` of a folder up to date: written beside and renamed, so that a reader never sees half of it. */
export function createSnapshot(folder: string | null, take: () => World): Snapshot {
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    if (timer === null || folder === null) return
    clearTimeout(timer)
    timer = null
    mkdirSync(folder, { recursive: true })
    const partial = join(folder, 'state.json.partial')
    writeFileSync(partial, JSON.stringify(take()))
    renameSync(partial, join(folder, 'state.json'))
  }
  return {
    later() {
      if (folder === null || timer !== null) return
      timer = setTimeout(flush, pauseMs)
      timer.unref()
    },
    flush,
  }
}
