import { BSON, Double, Int32, type Document } from 'bson'
import { decodeExactly, documentsIn } from '../wire/bson-sequence'
import type { WireRequest } from '../wire/wire-request'
import { rewriteRequest } from './rewrite-request'

const encode = (document: Document): Buffer => Buffer.from(BSON.serialize(document))
const request = (command: Document, updates?: Document[]): WireRequest => ({
  requestId: 1,
  framing: 'message',
  expectsReply: true,
  body: encode(command),
  command,
  sequences: new Map(updates ? [['updates', Buffer.concat(updates.map(encode))]] : []),
})
const rewritten = (command: Document): Document => {
  const [name = ''] = Object.keys(command)
  return BSON.deserialize(rewriteRequest(request(command), name).body)
}
const trunc = (spec: Document): Document => ({ aggregate: 'c', pipeline: [{ $group: { _id: { $dateTrunc: spec } } }] })
const byDay = { $dateTrunc: { date: '$at', unit: 'day' } }
const exactly = {
  $dateFromParts: {
    year: { $year: { date: '$at' } },
    month: { $month: { date: '$at' } },
    day: { $dayOfMonth: { date: '$at' } },
  },
}

describe('rewriteRequest', () => {
  it('passes a command without the operators on as the same bytes', () => {
    const plain = request({ find: 'c', filter: { a: 1 } })
    expect(rewriteRequest(plain, 'find').body).toBe(plain.body)
  })

  it('makes $dateTrunc by day a $dateFromParts in the same time zone', () => {
    const zone = { timezone: 'Asia/Shanghai' }
    const [stage] = rewritten(trunc({ date: '$at', unit: 'day', ...zone }))['pipeline']
    expect(stage.$group._id.$dateFromParts).toEqual({
      year: { $year: { date: '$at', ...zone } },
      month: { $month: { date: '$at', ...zone } },
      day: { $dayOfMonth: { date: '$at', ...zone } },
      ...zone,
    })
  })

  it('leaves units that are right', () => {
    expect(rewritten(trunc({ date: '$at', unit: 'hour' }))).toEqual(trunc({ date: '$at', unit: 'hour' }))
  })

  it('adds days in a time zone by $dateSubtract, and leaves other additions', () => {
    const add = (spec: Document): Document => ({ find: 'c', filter: { $expr: { $dateAdd: spec } } })
    const hours = { startDate: '$at', unit: 'hour', amount: 1, timezone: 'Asia/Shanghai' }
    expect(rewritten(add(hours))).toEqual(add(hours))
    const days = { startDate: '$at', unit: 'day', amount: '$n', timezone: 'Asia/Shanghai' }
    expect(rewritten(add(days))['filter']).toEqual({
      $expr: { $dateSubtract: { ...days, amount: { $multiply: ['$n', -1] } } },
    })
    const utc = { startDate: '$at', unit: 'day', amount: 1 }
    expect(rewritten(add(utc))).toEqual(add(utc))
  })

  it.each([
    { date: '$at', unit: { $concat: ['d', 'ay'] } },
    { date: '$at', unit: 'day', binSize: 2 },
    { date: '$at', unit: 'month', binSize: '$size' },
    { date: '$at', unit: 'week', startOfWeek: { $concat: ['mon'] } },
    { date: '$at', unit: 'week', startOfWeek: 'someday' },
  ])('refuses what it cannot make exact: %j', (spec) => {
    expect(() => rewritten(trunc(spec))).toThrow(expect.objectContaining({ code: 115 }))
  })

  it('sorts after $bucket, also inside a facet', () => {
    const bucket = { $bucket: { groupBy: '$a', boundaries: [0, 1] } }
    const sort = { $sort: { _id: 1 } }
    const command = { aggregate: 'c', pipeline: [bucket, { $facet: { x: [bucket] } }] }
    expect(rewritten(command)['pipeline']).toEqual([bucket, sort, { $facet: { x: [bucket, sort] } }])
  })

  it('leaves a literal alone and keeps number types', () => {
    const literal = { $literal: byDay }
    const command = { aggregate: 'c', pipeline: [{ $set: { l: literal, i: new Int32(1), d: new Double(1) } }] }
    const [stage] = decodeExactly(rewriteRequest(request(command), 'aggregate').body)['pipeline']
    expect(stage.$set.i).toBeInstanceOf(Int32)
    expect(stage.$set.d).toBeInstanceOf(Double)
    expect(stage.$set.l.$literal.$dateTrunc.unit).toBe('day')
  })

  it('corrects what an update computes and leaves what it stores', () => {
    const stored = { q: {}, u: { $set: { rule: byDay } } }
    const computed = { q: { $expr: { $eq: ['$day', byDay] } }, u: [{ $set: { day: byDay } }] }
    const corrected = { q: { $expr: { $eq: ['$day', exactly] } }, u: [{ $set: { day: exactly } }] }
    expect(rewritten({ update: 'c', updates: [stored, computed] })['updates']).toEqual([stored, corrected])
    const { sequences } = rewriteRequest(request({ update: 'c' }, [stored, computed]), 'update')
    expect([...documentsIn(sequences.get('updates') ?? Buffer.alloc(0))]).toEqual([stored, corrected])
  })

  it('corrects the query of findAndModify and leaves a replacement', () => {
    const command = { findAndModify: 'c', query: { $expr: byDay }, update: { rule: byDay } }
    expect(rewritten(command)).toEqual({ findAndModify: 'c', query: { $expr: exactly }, update: { rule: byDay } })
  })

  it('never touches an insert', () => {
    const insert = request({ insert: 'c', documents: [{ rule: byDay }] })
    expect(rewriteRequest(insert, 'insert')).toBe(insert)
  })
})
