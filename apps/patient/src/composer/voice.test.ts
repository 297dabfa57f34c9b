import { silent, voiceStep, type Voice, type VoiceEffect, type VoiceEvent } from './voice'

const file = { ref: 'v.mp3', name: 'v.mp3', seconds: 7 }
const play = (...events: VoiceEvent[]): { voice: Voice; effects: VoiceEffect['kind'][] } => {
  let voice = silent
  const all: VoiceEffect['kind'][] = []
  for (const event of events) {
    const [next, effects] = voiceStep(voice, event)
    voice = next
    all.push(...effects.map(({ kind }) => kind))
  }
  return { voice, effects: all }
}
const hold: VoiceEvent = { kind: 'pressed', by: 'hold' }
const tap: VoiceEvent = { kind: 'pressed', by: 'tap' }
const started: VoiceEvent = { kind: 'started', now: 1000 }
const seconds = (count: number): VoiceEvent => ({ kind: 'ticked', now: 1000 + count * 1000 })
const ended: VoiceEvent = { kind: 'ended', file }

test('held and let go: sent', () => {
  expect(play(hold, started, seconds(7), { kind: 'let-go' }, ended)).toEqual({
    voice: silent,
    effects: ['start', 'stop', 'send'],
  })
})

test('held, slid up and let go: thrown away; slid back: sent', () => {
  const away = play(hold, started, seconds(7), { kind: 'slid', away: true })
  expect(away.voice).toMatchObject({ kind: 'recording', seconds: 7, away: true })
  expect(play(hold, started, seconds(7), { kind: 'slid', away: true }, { kind: 'let-go' }).effects).toEqual([
    'start',
    'cancel',
  ])
  const back = play(hold, started, seconds(7), { kind: 'slid', away: true }, { kind: 'slid', away: false })
  expect(voiceStep(back.voice, { kind: 'let-go' })[0]).toEqual({ kind: 'ending', then: 'send' })
})

test('tapped, said, listened to, sent', () => {
  const heard = play(tap, started, seconds(7), { kind: 'said' }, ended)
  expect(heard).toEqual({ voice: { kind: 'listening', file }, effects: ['start', 'stop'] })
  expect(voiceStep(heard.voice, { kind: 'sent' })).toEqual([silent, [{ kind: 'send', file }]])
  expect(voiceStep(heard.voice, { kind: 'thrown-away' })).toEqual([silent, [{ kind: 'forget', file }]])
})

test('a slip of the finger sends nothing and says so', () => {
  expect(play(hold, started, { kind: 'ticked', now: 1500 }, { kind: 'let-go' })).toEqual({
    voice: { kind: 'idle', note: 'too-short' },
    effects: ['start', 'cancel'],
  })
})

test('after sixty seconds the person decides about what there is', () => {
  expect(play(hold, started, seconds(60), ended).voice).toEqual({ kind: 'listening', file })
})

test('a finger that left to allow the microphone starts nothing by surprise', () => {
  expect(play(hold, { kind: 'let-go' }, started)).toEqual({
    voice: { kind: 'idle', note: 'hold-again' },
    effects: ['start', 'cancel'],
  })
})

test.each(['not-allowed', 'broken'] as const)('%s: says so, and another try is possible', (why) => {
  const failed = play(tap, { kind: 'failed', why })
  expect(failed.voice).toEqual({ kind: 'idle', note: why })
  expect(voiceStep(failed.voice, tap)[0]).toMatchObject({ kind: 'starting' })
})

test('what does not fit the state changes nothing', () => {
  const still: VoiceEvent[] = [{ kind: 'let-go' }, { kind: 'said' }, { kind: 'sent' }, ended, started, seconds(1)]
  expect(play(...still)).toEqual({ voice: silent, effects: [] })
  expect(play(tap, started, { kind: 'let-go' }).voice.kind).toBe('recording')
})
