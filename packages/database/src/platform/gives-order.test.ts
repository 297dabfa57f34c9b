import { givesOrder } from './gives-order'

const range = { $lte: 'x' }
describe('givesOrder', () => {
  it.each<[string, object, object, object, boolean]>([
    ['equality, then the sort', { state: 'waiting', dueAt: range }, { dueAt: 1 }, { state: 1, dueAt: 1 }, true],
    ['no equality needed', { dueAt: range }, { dueAt: 1 }, { dueAt: 1, leaseUntil: 1 }, true],
    ['two sorted keys, turned round', { p: 'a' }, { at: -1, _id: -1 }, { p: 1, at: 1, _id: 1 }, true],
    ['a list that holds values', { l: { $all: ['a', 'b'] } }, { at: -1 }, { l: 1, at: -1 }, true],
    ['null is a value', { p: null }, { at: 1 }, { p: 1, at: 1 }, true],
    ['the order of a collection that the filter does not narrow', { p: 'a' }, { _id: 1 }, { q: 1, _id: 1 }, false],
    ['two sorted keys, one turned', { p: 'a' }, { at: -1, _id: 1 }, { p: 1, at: 1, _id: 1 }, false],
    ['a range before the sort', { p: range }, { at: 1 }, { p: 1, at: 1 }, false],
    ['a list before the sort', { p: { $in: ['a', 'b'] } }, { at: 1 }, { p: 1, at: 1 }, false],
    ['a key between that the filter leaves open', { p: 'a' }, { at: 1 }, { p: 1, q: 1, at: 1 }, false],
    ['another sort', { p: 'a' }, { due: 1 }, { p: 1, at: 1 }, false],
    ['more sorted keys than the index has', { p: 'a' }, { at: 1, _id: 1 }, { p: 1, at: 1 }, false],
  ])('%s', (_what, filter, sort, pattern, expected) => {
    expect(givesOrder(filter as never, sort as never, { _id_: { _id: 1 }, i: pattern })).toBe(expected)
  })
})
