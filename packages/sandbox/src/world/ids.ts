import { createHash } from 'node:crypto'

/** Ids that look like the vendor's and repeat from run to run: a hash of seed, kind and a name or running number. */
export interface Ids {
  /** The id of a named thing: the same however often and in whatever order it is asked. */
  of(kind: string, name: string, length?: number): string
  /** The next id of a kind: depends on how many of that kind were made before. */
  next(kind: string, length?: number): string
  /** The next 16 bytes for cipher frames. */
  bytes16(): Buffer
  /** Draws once; true for about `rate` of the draws. */
  chance(rate: number): boolean
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function letters(text: string, length: number): string {
  let out = ''
  for (let block = 0; out.length < length; block += 1) {
    out += digest(`${text}/${block}`).toString('base64').replace(/[+/=]/g, '')
  }
  return out.slice(0, length)
}

/** `serials` lives in the world, so that a restart goes on counting. */
export function createIds(seed: string, serials: Record<string, number>): Ids {
  const serial = (kind: string): string => {
    const n = (serials[kind] ?? 0) + 1
    serials[kind] = n
    return `${seed}/${kind}/#${n}`
  }
  return {
    of: (kind, name, length = 30) => letters(`${seed}/${kind}/${name}`, length),
    next: (kind, length = 30) => letters(serial(kind), length),
    bytes16: () => digest(serial('bytes16')).subarray(0, 16),
    chance: (rate) => digest(serial('chance')).readUInt32BE(0) / 0x1_0000_0000 < rate,
  }
}
