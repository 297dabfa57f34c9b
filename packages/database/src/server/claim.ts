import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAlive, startOf } from './process-identity'

interface Owner {
  readonly pid: number
  readonly start: string | undefined
}

export type Claim = { readonly kind: 'claimed'; release(): void } | { readonly kind: 'held'; readonly pid: number }

/**
 * Takes `file` for this process, or tells which living process holds it. The claim of a process that is gone, however it
 * ended, does not count, nor that of one whose id now belongs to another.
 */
export function claim(file: string): Claim {
  const aside = `${file}.${process.pid}`
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Owner)
  for (;;) {
    // Linked, not written in place: nobody may see the file before it names its owner.
    writeFileSync(aside, mine)
    try {
      linkSync(aside, file)
      return { kind: 'claimed', release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(aside, { force: true })
    }
    const owner = ownerIn(file)
    if (owner && isAlive(owner.pid) && startOf(owner.pid) === owner.start) return { kind: 'held', pid: owner.pid }
    rmSync(file, { force: true })
  }
}

function ownerIn(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}
