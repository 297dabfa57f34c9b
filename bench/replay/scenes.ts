import type { Chance } from './chance'
import type { Physician, Untimed } from './event'
import { known, labels, redFlags, replies, smallTalk, unknown, wantsPerson } from './phrases'

/** One event of a scene: so many seconds after the one before. `back`: the event to recall, counted backwards. */
export interface Beat {
  readonly after: number
  readonly event: Untimed
  readonly back?: number
}

/**
 * Nobody answers what they cannot have seen: whoever reacts to somebody else does so after this long. Callbacks are held back for
 * at most five seconds, and another one rings every few.
 */
const REACTS_AFTER = 45
const react = (draw: Chance): number => draw.between(REACTS_AFTER, 150)

export interface Cast {
  readonly draw: Chance
  readonly physician: Physician
}
export type Scene = (cast: Cast) => Beat[]

const said = (text: string): Untimed => ({ do: 'say', text })
const colleagueOf = (physician: Physician): Physician => (physician === 'linzhiyuan' ? 'chensiyuan' : 'linzhiyuan')
const reply = ({ draw, physician }: Cast): Beat => ({
  after: react(draw),
  event: { do: 'reply', by: physician, text: draw.of(replies), clientId: draw.uuid() },
})
const acts = (
  { draw, physician }: Cast,
  action: Extract<Untimed, { do: 'act' }>['action'],
  by: Physician = physician,
): Beat => ({ after: react(draw), event: { do: 'act', by, action } })
/** Closing, and often a tap on how it was. */
const closes = (cast: Cast): Beat[] => [
  acts(cast, { action: 'give-back' }),
  ...(cast.draw.between(0, 2) > 0
    ? [{ after: react(cast.draw), event: { do: 'rate' as const, entry: cast.draw.between(0, 2) } }]
    : []),
]
const asks = ({ draw }: Cast, texts: readonly string[]): Beat => ({ after: react(draw), event: said(draw.of(texts)) })

const question: Scene = (cast) => [asks(cast, cast.draw.of(known))]
const burst: Scene = (cast) => {
  const first = cast.draw.between(0, known.length - 1)
  return [
    asks(cast, known[first] ?? []),
    { after: cast.draw.between(1, 4), event: said(cast.draw.of(known[(first + 3) % known.length] ?? [])) },
  ]
}
const unanswerable: Scene = (cast) => [
  asks(cast, unknown),
  ...(cast.draw.between(0, 1) ? [{ after: cast.draw.between(5, 40), event: said(cast.draw.of(smallTalk)) }] : []),
  reply(cast),
  ...(cast.draw.between(0, 1) ? [asks(cast, smallTalk), reply(cast)] : []),
  ...closes(cast),
]
const person: Scene = (cast) => [
  asks(cast, wantsPerson),
  acts(cast, { action: 'take' }),
  reply(cast),
  asks(cast, unknown),
  reply(cast),
  ...closes(cast),
]
const again: Scene = (cast) => {
  const text = cast.draw.of(cast.draw.of(known))
  return [
    { after: react(cast.draw), event: said(text) },
    { after: react(cast.draw), event: said(text) },
    reply(cast),
    ...closes(cast),
  ]
}
const redFlag: Scene = (cast) => [
  asks(cast, redFlags),
  acts(cast, { action: 'take' }),
  reply(cast),
  ...(cast.draw.between(0, 1) ? [asks(cast, redFlags)] : []),
  reply(cast),
  ...closes(cast),
]
const shows: Scene = (cast) => [
  { after: react(cast.draw), event: { do: 'send', what: cast.draw.of(['image', 'location', 'voice'] as const) } },
  reply(cast),
  ...closes(cast),
]
const regrets: Scene = (cast) => [
  asks(cast, [...known.flat(), ...smallTalk]),
  { after: cast.draw.between(8, 100), event: { do: 'recall', line: 0 }, back: 1 },
]
const inMiniProgram: Scene = (cast) => [
  ...(cast.draw.between(0, 1) ? [{ after: react(cast.draw), event: { do: 'mini-allow' as const } }] : []),
  {
    after: react(cast.draw),
    event: { do: 'mini-say', text: cast.draw.of(cast.draw.of(known)), clientId: cast.draw.uuid() },
  },
  { after: react(cast.draw), event: { do: 'mini-say', text: cast.draw.of(unknown), clientId: cast.draw.uuid() } },
  reply(cast),
  acts(cast, { action: 'give-back' }),
]
const among: Scene = (cast) => [
  asks(cast, unknown),
  {
    after: react(cast.draw),
    event: { do: 'note', by: cast.physician, text: '上次也问过，家属在外地', clientId: cast.draw.uuid() },
  },
  acts(cast, { action: 'label', labels: [cast.draw.of(labels), cast.draw.of(labels)] }),
  acts(cast, { action: 'pass', to: colleagueOf(cast.physician) }),
  reply({ ...cast, physician: colleagueOf(cast.physician) }),
  acts(cast, { action: 'give-back' }, colleagueOf(cast.physician)),
]
const inClient: Scene = (cast) => {
  const by = cast.draw.of(['zhouning', 'chensiyuan'])
  const client = (text: string): Beat => ({ after: react(cast.draw), event: { do: 'client-say', by, text } })
  return [
    asks(cast, wantsPerson),
    acts(cast, { action: 'take' }),
    acts(cast, { action: 'to-client', to: by }),
    client('您好，我在企业微信里跟您说。'),
    asks(cast, smallTalk),
    client('先这样，有事再叫我们。'),
    { after: react(cast.draw), event: { do: 'client-end', by } },
    ...(cast.draw.between(0, 1) ? [{ after: react(cast.draw), event: { do: 'rate' as const, entry: 0 } }] : []),
  ]
}
const comesBack: Scene = (cast) => [
  { after: react(cast.draw), event: { do: 'enter', by: 'own-link' } },
  asks(cast, cast.draw.of(known)),
]

/** What a patient's two hours are made of, the more frequent more often. */
export const scenes: readonly Scene[] = [
  question,
  question,
  burst,
  burst,
  unanswerable,
  unanswerable,
  person,
  again,
  redFlag,
  shows,
  regrets,
  regrets,
  inMiniProgram,
  among,
  inClient,
  comesBack,
]
