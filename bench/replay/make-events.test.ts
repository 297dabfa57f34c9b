import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEvents, writeEvents } from './event'
import { makeEvents } from './make-events'
import { FILE, TWO_THOUSAND } from './write-file'

const HOUR = 3_600_000
const stored = readFileSync(join(__dirname, '../..', FILE), 'utf8')
const events = readEvents(stored)

it('makes the checked-in file, letter by letter', () => {
  expect(writeEvents(makeEvents(TWO_THOUSAND))).toBe(stored)
})

it('tells another story for another seed', () => {
  expect(makeEvents({ ...TWO_THOUSAND, seed: 'another' })).not.toEqual(events)
})

it('has two thousand events of forty patients within about two hours, in order', () => {
  expect(events).toHaveLength(2_000)
  expect(new Set(events.map(({ who }) => who)).size).toBe(40)
  const instants = events.map(({ at }) => at)
  expect(instants).toEqual([...instants].sort((a, b) => a - b))
  expect(instants.at(-1)).toBeGreaterThan(1.5 * HOUR)
  expect(instants.at(-1)).toBeLessThan(2.25 * HOUR)
})

it('has everything people do', () => {
  const kinds = new Set(events.map((event) => (event.do === 'act' ? `act ${event.action.action}` : event.do)))
  for (const kind of [
    ...[
      'scan',
      'join',
      'enter',
      'say',
      'send',
      'recall',
      'rate',
      'mini-say',
      'mini-allow',
      'unfriend',
      'reply',
      'note',
    ],
    ...['client-say', 'client-end', 'act take', 'act give-back', 'act pass', 'act to-client', 'act label'],
  ])
    expect(kinds).toContain(kind)
})

it('takes back only what the same patient said within the two minutes before', () => {
  const recalls = events.flatMap((event, at) => (event.do === 'recall' ? [{ event, at }] : []))
  expect(recalls.length).toBeGreaterThan(30)
  for (const { event, at } of recalls) {
    const said = events[event.line]
    expect(event.line).toBeLessThan(at)
    expect(said).toMatchObject({ do: 'say', who: event.who })
    expect(event.at - (said?.at ?? 0)).toBeLessThan(120_000)
  }
})

it('lets nobody answer what they cannot have seen yet', () => {
  const staff = events.flatMap((event, at) => ('by' in event && event.do !== 'enter' ? [{ event, at }] : []))
  for (const { event, at } of staff) {
    const before = events
      .slice(0, at)
      .filter(({ who }) => who === event.who)
      .at(-1)
    expect(event.at - (before?.at ?? 0)).toBeGreaterThanOrEqual(45_000)
  }
})
