import { chance } from './chance'
import type { Chance } from './chance'
import type { Physician, ReplayEvent, Untimed } from './event'
import { known, redFlags, smallTalk } from './phrases'
import { scenes } from './scenes'
import type { Beat } from './scenes'

export interface Telling {
  readonly seed: string
  readonly events: number
  readonly patients: number
}

/** While somebody waits, the assistant speaks again after ten minutes: nobody of a replay writes within seconds of that. */
const SPEAKS_AGAIN_S = 600
const NOT_WITHIN_S = 30
/** Every tenth comes without a physician's code, and half of those scan one later. */
const STRANGER_EVERY = 10

/** Events of several patients within about two hours, in the order of their instants; recalls name the line they take back. Deterministic. */
export function makeEvents({ seed, events, patients }: Telling): ReplayEvent[] {
  const each = Math.ceil(events / patients)
  const rows = Array.from({ length: patients }, (_, index) => day(chance(`${seed}/${index}`), index, each)).flat()
  const inOrder = rows
    .map((row, made) => ({ ...row, made }))
    .sort((a, b) => a.event.at - b.event.at || a.made - b.made)
    .slice(0, events)
  const lineOf = new Map(inOrder.map(({ made }, line) => [made, line]))
  return inOrder.map(({ event, made, back }) =>
    event.do === 'recall' && back !== undefined ? { ...event, line: lineOf.get(made - back) ?? 0 } : event,
  )
}

interface Row {
  readonly event: ReplayEvent
  readonly back?: number
}

function day(draw: Chance, index: number, count: number): Row[] {
  const who = `p${String(index).padStart(2, '0')}`
  const physician: Physician = index % 3 === 2 ? 'chensiyuan' : 'linzhiyuan'
  const cast = { draw, physician }
  const isStranger = index % STRANGER_EVERY === STRANGER_EVERY - 1
  const beats: Beat[] = isStranger ? strange(draw, physician, index) : arrive(draw, physician)
  while (beats.length < count) beats.push(...draw.of(scenes)(cast))
  beats.length = count
  if (index % 7 === 3) beats[count - 1] = { after: 60, event: { do: 'unfriend', physician } }
  const spoke: number[] = []
  let second = draw.between(0, 900)
  return beats.map(({ after, event, back }) => {
    second += after
    while (speaks(event) && spoke.some((at) => Math.abs(second - at - SPEAKS_AGAIN_S) < NOT_WITHIN_S)) second += 15
    if (speaks(event)) spoke.push(second)
    return { event: { at: second * 1000, who, ...event } as ReplayEvent, ...(back === undefined ? {} : { back }) }
  })
}

const speaks = ({ do: what }: Untimed): boolean => what === 'say' || what === 'send' || what === 'mini-say'

const arrive = (draw: Chance, physician: Physician): Beat[] => [
  { after: 0, event: { do: 'scan', physician } },
  { after: draw.between(45, 90), event: { do: 'join' } },
  { after: draw.between(45, 90), event: { do: 'enter', by: 'own-link' } },
]

function strange(draw: Chance, physician: Physician, index: number): Beat[] {
  const say = (texts: readonly string[]): Beat => ({
    after: draw.between(60, 120),
    event: { do: 'say', text: draw.of(texts) },
  })
  return [
    { after: 0, event: { do: 'enter', by: 'bare-link' } },
    say(known.flat()),
    say(smallTalk),
    ...(index % (2 * STRANGER_EVERY) === STRANGER_EVERY - 1 ? [say(redFlags)] : []),
    { after: 120, event: { do: 'scan', physician } },
    ...arrive(draw, physician).slice(1),
  ]
}
