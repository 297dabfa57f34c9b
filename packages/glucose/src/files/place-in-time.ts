import type { FileNote } from './glucose-file'
import type { ZonedClock } from './zoned-clock'

/** A wall clock on a line of the file, with the series it belongs to (a device's own order holds within a source). */
export interface WallOnLine {
  readonly line: number
  readonly wall: number
  readonly series: string
}

const halfDay = 43_200_000

const texts: Readonly<Record<'clock-overlap-by-order' | 'clock-overlap-first' | 'clock-gap', FileNote['text']>> = {
  'clock-overlap-by-order': {
    zh: '夏令时结束，这个时刻出现两次，按行的先后判断是哪一次',
    en: 'The clock showed this time twice when summer time ended; the order of the rows decided which',
  },
  'clock-overlap-first': {
    zh: '夏令时结束，这个时刻出现两次，按第一次计',
    en: 'The clock showed this time twice when summer time ended; it is taken as the first',
  },
  'clock-gap': {
    zh: '夏令时开始，当地没有这个时刻，按未拨快的时钟计',
    en: 'The local clock skipped this time when summer time began; it is read as a clock not yet moved forward',
  },
}

/**
 * Gives every wall clock its instant. In a series that is otherwise in order, a time shown twice belongs to the second
 * showing once the series has gone back within it, reading the file from its earliest end; anywhere else it is taken
 * as the first. Each such row, and each time the clock skipped, gets a note.
 */
export function placeInTime(
  rows: readonly WallOnLine[],
  clock: ZonedClock,
): { readonly instants: ReadonlyMap<number, number>; readonly notes: readonly FileNote[] } {
  const instants = new Map<number, number>()
  const notes: FileNote[] = []
  const note = (line: number, code: keyof typeof texts) => notes.push({ code, line, text: texts[code] })
  for (const series of bySeries(isDescending(rows) ? [...rows].reverse() : rows)) {
    const twice: Twice[] = []
    series.forEach((row, position) => {
      const placed = clock.instantsOf(row.wall)
      if (placed.kind === 'overlap') twice.push({ row, position, ...placed })
      else instants.set(row.line, placed.at)
      if (placed.kind === 'gap') note(row.line, 'clock-gap')
    })
    const second = secondShowing(series, twice)
    for (const { row, ...showing } of twice) {
      instants.set(row.line, second?.has(row) ? showing.second : showing.first)
      note(row.line, second ? 'clock-overlap-by-order' : 'clock-overlap-first')
    }
  }
  return { instants, notes: notes.sort((a, b) => a.line - b.line) }
}

interface Twice {
  readonly row: WallOnLine
  readonly position: number
  readonly first: number
  readonly second: number
}

/** Rows of the second showing, or nothing where the order of the rows cannot tell. */
function secondShowing(series: readonly WallOnLine[], twice: readonly Twice[]): ReadonlySet<WallOnLine> | undefined {
  const turns = series.flatMap((row, i) => (row.wall < (series[i - 1]?.wall ?? -Infinity) ? [i] : []))
  const inOverlap = new Set(twice.map(({ position }) => position))
  if (turns.length === 0 || turns.some((i) => !inOverlap.has(i) || !inOverlap.has(i - 1))) return undefined
  const second = new Set<WallOnLine>()
  for (const { row, position } of twice) {
    const turn = turns.filter((i) => i <= position).pop()
    const before = turn === undefined ? undefined : series[turn]
    if (before && row.wall - before.wall < halfDay) second.add(row)
  }
  return second
}

function bySeries(rows: readonly WallOnLine[]): readonly (readonly WallOnLine[])[] {
  const series = new Map<string, WallOnLine[]>()
  for (const row of rows) {
    const known = series.get(row.series)
    if (known) known.push(row)
    else series.set(row.series, [row])
  }
  return [...series.values()]
}

function isDescending(rows: readonly WallOnLine[]): boolean {
  let steps = 0
  for (let i = 1; i < rows.length; i += 1) steps += Math.sign((rows[i]?.wall ?? 0) - (rows[i - 1]?.wall ?? 0))
  return steps < 0
}
