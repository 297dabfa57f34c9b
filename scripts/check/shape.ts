import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from './step'
import { productFiles } from './tracked-files'

const LONGEST = 400
const ROOM = /^(packages\/[^/]+|apps\/[^/]+|functions|scripts|testing|bench)\//
const isTest = (file: string): boolean => /\.test\.tsx?$|(^|\/)testing\/|\/testdata\//.test(file)

export interface Measured {
  readonly file: string
  readonly lines: number
}

/** The value below which `share` (0…1) of the sorted numbers lie; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Lines of source and of tests of each room, in the order of the names. */
export function byRoom(
  files: readonly Measured[],
): readonly { readonly room: string; readonly source: number; readonly test: number }[] {
  const rooms = new Map<string, { source: number; test: number }>()
  for (const { file, lines } of files) {
    const room = ROOM.exec(file)?.[1]
    if (!room) continue
    const sums = rooms.get(room) ?? { source: 0, test: 0 }
    sums[isTest(file) ? 'test' : 'source'] += lines
    rooms.set(room, sums)
  }
  return [...rooms].map(([room, sums]) => ({ room, ...sums })).sort((a, b) => (a.room < b.room ? -1 : 1))
}

/** How long files are, and how much of each room is tests. Only a source file over 400 lines fails. */
export const shape: Step = {
  name: 'shape',
  async run({ root }) {
    const measured = productFiles(root)
      .filter((file) => /\.(tsx?|mjs|s?css)$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    const source = measured.filter(({ file }) => !isTest(file))
    const sorted = source.map(({ lines }) => lines).sort((a, b) => a - b)
    const summary = `${source.length} source files, median ${quantile(sorted, 0.5)} lines, nine of ten ≤ ${quantile(sorted, 0.9)}, longest ${sorted.at(-1) ?? 0}`
    const tooLong = source
      .filter(({ lines }) => lines > LONGEST)
      .map(({ file, lines }) => `${file} has ${lines} lines, more than ${LONGEST}`)
    if (tooLong.length > 0) return { kind: 'failed', summary, detail: tooLong.join('\n') }
    const table = byRoom(measured).map(({ room, source: own, test }) => {
      const ratio = own === 0 ? '–' : (test / own).toFixed(2)
      return `${room.padEnd(20)} source ${String(own).padStart(6)}  tests ${String(test).padStart(6)}  ratio ${ratio}`
    })
    return { kind: 'passed', summary, detail: table.join('\n') }
  },
}
