const PREFIX = 'BSONHEX'

/**
 * The bytes of a bson column, which PostgreSQL gives as text: `BSONHEX` and hexadecimal digits.
 * @throws {Error} when the column is something else
 */
export function bsonColumn(value: unknown): Buffer {
  if (typeof value !== 'string' || !value.startsWith(PREFIX)) throw new Error('not a bson column')
  return Buffer.from(value.slice(PREFIX.length), 'hex')
}
