import { DOCUMENTDB_CODES } from './documentdb-codes'

const POSTGRES_CODES: Readonly<Record<string, number>> = {
  '23505': 11000, // unique_violation
  '23P01': 11000, // exclusion_violation: how the extension keeps unique indexes
  '40001': 112, // serialization_failure
  '40P01': 112, // deadlock_detected
  '55P03': 112, // lock_not_available
  '57014': 50, // query_canceled
  '42P01': 26, // undefined_table
  '53100': 14031, // disk_full
  '0A000': 115, // feature_not_supported
  '42501': 13, // insufficient_privilege
  '22P02': 2, // invalid_text_representation
  '22023': 2, // invalid_parameter_value
  '54000': 146, // program_limit_exceeded
  '57P01': 91, // admin_shutdown
  '57P02': 91, // crash_shutdown
  '57P03': 91, // cannot_connect_now
}

/** MongoDB's error code for a SQLSTATE of PostgreSQL or of DocumentDB (`M` and a number in base 36); 1 when unknown. */
export function mongoCodeOf(sqlState: string): number {
  if (/^M[0-9A-Z]{4}$/.test(sqlState)) return DOCUMENTDB_CODES[parseInt(sqlState.slice(1), 36)] ?? 1
  return POSTGRES_CODES[sqlState] ?? 1
}

/** The SQLSTATE packed into a write error's `code`: six bits a character, the first character lowest, each from '0' on. */
export function unpackSqlState(packed: number): string {
  return Array.from({ length: 5 }, (_, place) => String.fromCharCode(((packed >> (6 * place)) & 0x3f) + 48)).join('')
}

/** Serialization failure or deadlock: nothing was written, so a statement outside a transaction may simply run again. */
export function isTransient(error: unknown): boolean {
  const state = (error as { readonly code?: unknown } | null)?.code
  return state === '40001' || state === '40P01'
}
