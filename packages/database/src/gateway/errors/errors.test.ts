import { DOCUMENTDB_CODES } from './documentdb-codes'
import { errorReply, MongoError } from './mongo-error'
import { isTransient, mongoCodeOf, unpackSqlState } from './sql-state'

const pack = (state: string): number =>
  [...state].reduce((packed, character, place) => packed | ((character.charCodeAt(0) - 48) << (6 * place)), 0)

describe('mongoCodeOf', () => {
  it.each([
    ['23505', 11000],
    ['23P01', 11000],
    ['40001', 112],
    ['40P01', 112],
    ['57014', 50],
    ['42P01', 26],
    ['0A000', 115],
    ['57P03', 91],
    ['M0000', 1],
    ['M0001', 2],
    ['M000D', 40],
    ['M001C', 11000],
  ])('gives for SQLSTATE %s the code %i', (state, code) => {
    expect(mongoCodeOf(state)).toBe(code)
  })

  it.each(['XX000', 'MZZZZ', 'M12', '', 'm0001'])('gives InternalError for %p', (state) => {
    expect(mongoCodeOf(state)).toBe(1)
  })

  it('knows every entry of the upstream table', () => {
    expect(DOCUMENTDB_CODES).toHaveLength(531)
    const last = DOCUMENTDB_CODES.length - 1
    expect(mongoCodeOf(`M${last.toString(36).toUpperCase().padStart(4, '0')}`)).toBe(31321)
  })
})

describe('unpackSqlState', () => {
  it.each(['23505', '40P01', 'M000D', 'XX000', 'MZZZZ'])('reads back %s', (state) => {
    expect(unpackSqlState(pack(state))).toBe(state)
  })
})

describe('isTransient', () => {
  it.each([
    [{ code: '40001' }, true],
    [{ code: '40P01' }, true],
    [{ code: '23505' }, false],
    [new Error('lost'), false],
    [null, false],
  ])('%p → %p', (error, transient) => {
    expect(isTransient(error)).toBe(transient)
  })
})

describe('errorReply', () => {
  it('labels a conflict only inside a transaction', () => {
    const conflict = new MongoError(112, 'conflict')
    expect(errorReply(conflict, 'transaction')).toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] })
    expect(errorReply(conflict, 'single')).not.toHaveProperty('errorLabels')
    expect(errorReply(new MongoError(11000, 'dup'), 'transaction')).not.toHaveProperty('errorLabels')
  })

  it('names the code and adds what the error brings', () => {
    const error = new MongoError(11000, 'dup', { keyPattern: { a: 1 } })
    expect(errorReply(error, 'single')).toEqual({
      ok: 0,
      errmsg: 'dup',
      code: 11000,
      codeName: 'DuplicateKey',
      keyPattern: { a: 1 },
    })
    expect(errorReply(new MongoError(40415, 'x'), 'single')['codeName']).toBe('Location40415')
  })
})
