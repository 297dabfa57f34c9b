import { missesIndex } from './explain-uses-index'

const patterns = { _id_: { _id: 1 }, patientId_1_due_1: { patientId: 1, due: 1 }, state_1: { state: 1 } }
const plan = (winningPlan: object): object => ({ queryPlanner: { winningPlan } })

describe('missesIndex', () => {
  it.each<[string, object, object]>([
    ['mongod, by id', { stage: 'IDHACK' }, { _id: 'a' }],
    ['mongod 8, by id', { stage: 'EXPRESS_IXSCAN', keyPattern: '{ _id: 1 }', indexName: '_id_' }, { _id: 'a' }],
    [
      'mongod, fetch over index',
      { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'patientId_1_due_1' } },
      { patientId: 'p' },
    ],
    [
      'mongod, slot based',
      { queryPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'state_1' } }, slotBasedPlan: {} },
      { state: 'due' },
    ],
    [
      'DocumentDB, bitmap',
      {
        stage: 'LIMIT',
        inputStage: { stage: 'BITMAP HEAP SCAN', inputStage: { stage: 'IXSCAN', indexName: 'patientId_1_due_1' } },
      },
      { patientId: 'p', state: 'due' },
    ],
    [
      'DocumentDB, either of two indexes',
      {
        stage: 'BITMAPOR',
        inputStages: [
          { stage: 'IXSCAN', indexName: 'patientId_1_due_1' },
          { stage: 'IXSCAN', indexName: 'state_1' },
        ],
      },
      { $or: [{ patientId: 'p' }, { state: 'due' }] },
    ],
  ])('%s', (_what, winningPlan, filter) => {
    expect(missesIndex(plan(winningPlan), filter, patterns)).toBeNull()
  })

  it.each<[string, object, object, string]>([
    ['a scan', { stage: 'CUSTOM SCAN', inputStage: { stage: 'COLLSCAN' } }, { state: 'due' }, 'whole collection'],
    [
      'a scan beside an index',
      { stage: 'OR', inputStages: [{ stage: 'IXSCAN', indexName: 'state_1' }, { stage: 'COLLSCAN' }] },
      { state: 'due' },
      'whole collection',
    ],
    [
      'the id index read for its order only',
      { stage: 'LIMIT', inputStage: { stage: 'IXSCAN', indexName: '_id_' } },
      { patientId: 'p' },
      'index _id_ from end to end',
    ],
    [
      'the second key of an index only',
      { stage: 'IXSCAN', indexName: 'patientId_1_due_1' },
      { due: 'x' },
      'end to end',
    ],
    ['an index nobody knows', { stage: 'IXSCAN', indexName: 'gone' }, { due: 'x' }, 'end to end'],
    ['a stage nobody knows', { stage: 'RESULT' }, { _id: 'a' }, 'no index'],
  ])('%s', (_what, winningPlan, filter, why) => {
    expect(missesIndex(plan(winningPlan), filter, patterns)).toContain(why)
  })
  it('an answer without a plan', () => {
    expect(missesIndex({}, { _id: 'a' }, patterns)).toBe('no plan')
  })
})
