import fc from 'fast-check'
import { emptyQueue, step, type Queue, type Queued, type QueueEffect, type QueueEvent } from './queue'

const text = (clientId: string): Queued => ({
  clientId,
  programmeId: null,
  content: { kind: 'text', text: clientId },
  troubles: 0,
  refusal: null,
})
const photo = (clientId: string): Queued => ({
  ...text(clientId),
  content: { kind: 'image', file: { ref: `file-${clientId}`, name: 'a.jpg', seconds: null }, mediaId: null },
})
/** Plays events from a queue: the queue they end in, and the kinds of what was to be done. */
const play = (queue: Queue, ...events: QueueEvent[]): { queue: Queue; effects: readonly QueueEffect[] } => {
  let effects: readonly QueueEffect[] = []
  for (const event of events) [queue, effects] = step(queue, event)
  return { queue, effects }
}
const namesOf = (effects: readonly QueueEffect[]) =>
  effects.map((effect) => ('item' in effect ? `${effect.kind} ${effect.item.clientId}` : effect.kind))

test('a message is kept before it goes, and the next one waits for it', () => {
  const first = play(emptyQueue, { kind: 'written', items: [text('a')] })
  expect(namesOf(first.effects)).toEqual(['save', 'send a'])
  const second = play(first.queue, { kind: 'written', items: [text('b')] })
  expect(namesOf(second.effects)).toEqual(['save'])
  expect(namesOf(play(second.queue, { kind: 'accepted', clientId: 'a' }).effects)).toEqual(['save', 'send b'])
})

test('bytes go first, once; the file is forgotten when the message was taken', () => {
  const written = play(emptyQueue, { kind: 'written', items: [photo('p')] })
  expect(namesOf(written.effects)).toEqual(['save', 'upload p'])
  const uploaded = play(written.queue, { kind: 'uploaded', clientId: 'p', mediaId: 'md-1' })
  expect(namesOf(uploaded.effects)).toEqual(['save', 'send p'])
  const lost = play(uploaded.queue, { kind: 'lost', clientId: 'p' })
  expect(lost.effects).toEqual([])
  expect(namesOf(play(lost.queue, { kind: 'woken' }).effects)).toEqual(['send p'])
  expect(namesOf(play(uploaded.queue, { kind: 'accepted', clientId: 'p' }).effects)).toEqual(['save', 'forget-file'])
})

test('a refused one waits for the person, lets the others go, and goes last when asked again', () => {
  const { queue } = play(emptyQueue, { kind: 'written', items: [text('a'), text('b')] })
  const refused = play(queue, { kind: 'refused', clientId: 'a', refusal: 'bad-request' })
  expect(namesOf(refused.effects)).toEqual(['save', 'send b'])
  const again = play(refused.queue, { kind: 'again', clientId: 'a' })
  expect(again.queue.items.map(({ clientId, refusal }) => [clientId, refusal])).toEqual([
    ['b', null],
    ['a', null],
  ])
  expect(play(again.queue, { kind: 'accepted', clientId: 'b' }).queue.underWay).toBe('a')
})

test('a file the host no longer knows is sent once more', () => {
  const { queue } = play(
    emptyQueue,
    { kind: 'written', items: [photo('p')] },
    { kind: 'uploaded', clientId: 'p', mediaId: 'md-1' },
    { kind: 'refused', clientId: 'p', refusal: 'not-found' },
  )
  expect(namesOf(play(queue, { kind: 'again', clientId: 'p' }).effects)).toEqual(['save', 'upload p'])
})

test('a host that cannot take one message does not hold up the rest for ever', () => {
  let { queue } = play(emptyQueue, { kind: 'written', items: [text('a'), text('b')] })
  const trouble: QueueEvent = { kind: 'troubled', clientId: 'a', refusal: 'internal' }
  for (const round of [1, 2]) {
    queue = play(queue, trouble).queue
    expect([round, queue.underWay]).toEqual([round, null])
    queue = play(queue, { kind: 'woken' }).queue
  }
  expect(namesOf(play(queue, trouble).effects)).toEqual(['save', 'send b'])
})

test('what is under way cannot be given up, and strangers change nothing', () => {
  const { queue } = play(emptyQueue, { kind: 'written', items: [text('a')] })
  expect(step(queue, { kind: 'dropped', clientId: 'a' })).toEqual([queue, []])
  expect(step(queue, { kind: 'lost', clientId: 'z' })).toEqual([queue, []])
  const given = play(
    queue,
    { kind: 'refused', clientId: 'a', refusal: 'forbidden' },
    { kind: 'dropped', clientId: 'a' },
  )
  expect(given.queue).toEqual(emptyQueue)
})

/** What becomes of one request: it may be lost on the way there or back, heard twice, or the app is killed meanwhile. */
const fate = fc.constantFrom(
  'answered',
  'lost-there',
  'lost-back',
  'heard-twice',
  'killed-there',
  'killed-back',
  'seen',
)
const writing = fc.record({ kind: fc.constant('write' as const), photo: fc.boolean(), refused: fc.boolean() })
const deed = fc.oneof(
  { weight: 2, arbitrary: writing },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('go' as const), fate }) },
)

/** A phone that can be killed at any moment and a host that takes each clientId once. */
const world = () => {
  let queue = emptyQueue
  let kept = JSON.stringify(emptyQueue.items)
  let out: Extract<QueueEffect, { item: Queued }> | null = null
  const refused = new Set<string>()
  const written: string[] = []
  const taken: string[] = []
  const bytesHeard: string[] = []
  const hear = (event: QueueEvent) => {
    const [next, effects] = step(queue, event)
    queue = next
    for (const effect of effects) {
      if (effect.kind === 'save') kept = JSON.stringify(queue.items)
      if ('item' in effect) {
        // One at a time, and only what is kept.
        expect(out).toBeNull()
        expect(kept).toContain(effect.item.clientId)
        out = effect
      }
    }
  }
  const atHost = ({ kind, item }: NonNullable<typeof out>): QueueEvent => {
    const { clientId } = item
    if (kind === 'upload') return { kind: 'uploaded', clientId, mediaId: `md-${clientId}` }
    if (refused.has(clientId)) return { kind: 'refused', clientId, refusal: 'bad-request' }
    if (!taken.includes(clientId)) taken.push(clientId)
    return { kind: 'accepted', clientId }
  }
  const go = (
    how: 'answered' | 'lost-there' | 'lost-back' | 'heard-twice' | 'killed-there' | 'killed-back' | 'seen',
  ) => {
    if (!out) return hear({ kind: 'woken' })
    const effect = out
    const { clientId } = effect.item
    out = null
    if (how === 'lost-there') return hear({ kind: 'lost', clientId })
    const answer = how === 'killed-there' ? null : atHost(effect)
    if (how === 'killed-there' || how === 'killed-back') {
      queue = { items: JSON.parse(kept) as Queued[], underWay: null }
      return
    }
    if (how === 'lost-back') return hear({ kind: 'lost', clientId })
    // A poll shows the message before its own answer comes.
    if (how === 'seen' && effect.kind === 'send' && !refused.has(clientId)) hear({ kind: 'accepted', clientId })
    if (effect.kind === 'upload') bytesHeard.push(clientId)
    if (answer) hear(answer)
    const next = out as typeof effect | null
    if (how === 'heard-twice' && answer && next?.item.clientId !== clientId) hear(answer)
  }
  const write = (given: { photo: boolean; refused: boolean }) => {
    const clientId = `m${written.length}.`
    written.push(clientId)
    if (given.refused) refused.add(clientId)
    hear({ kind: 'written', items: [given.photo ? photo(clientId) : text(clientId)] })
  }
  return {
    go,
    write,
    get waiting() {
      return queue.items.filter(({ refusal }) => refusal === null).length
    },
    get left() {
      return queue.items.map(({ clientId }) => clientId)
    },
    written,
    refused,
    taken,
    bytesHeard,
  }
}

test('whatever is lost, heard twice or killed: each message is taken exactly once, in the order written', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const phone = world()
      for (const one of deeds) {
        if (one.kind === 'write') phone.write(one)
        else phone.go(one.fate)
      }
      for (let round = 0; phone.waiting > 0 && round < 500; round++) phone.go('answered')
      expect(phone.taken).toEqual(phone.written.filter((id) => !phone.refused.has(id)))
      expect(phone.left).toEqual(phone.written.filter((id) => phone.refused.has(id)))
      // An upload whose answer was heard is never made again.
      expect(new Set(phone.bytesHeard).size).toBe(phone.bytesHeard.length)
    }),
    { numRuns: 400 },
  )
})
