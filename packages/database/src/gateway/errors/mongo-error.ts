import type { Document } from 'bson'

/** Codes the gateway itself raises or looks at (MongoDB's `error_codes.yml`). */
export const MongoCode = {
  InternalError: 1,
  BadValue: 2,
  HostUnreachable: 6,
  CursorNotFound: 43,
  CommandNotFound: 59,
  WriteConflict: 112,
  CommandNotSupported: 115,
  NoSuchTransaction: 251,
  DuplicateKey: 11000,
} as const

const NAMES: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  6: 'HostUnreachable',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  68: 'IndexAlreadyExists',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  121: 'DocumentValidationFailure',
  146: 'ExceededMemoryLimit',
  251: 'NoSuchTransaction',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
}

/** An error as MongoDB would give it; `extra` holds what some codes add (keyPattern, keyValue). */
export class MongoError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly extra: Document = {},
  ) {
    super(message)
  }
}

/**
 * The reply document of a failed command. In a transaction, a write conflict and a vanished transaction carry the label
 * that makes drivers run the whole transaction again (MongoDB transactions specification).
 */
export function errorReply(error: MongoError, within: 'transaction' | 'single'): Document {
  const retriable = error.code === MongoCode.WriteConflict || error.code === MongoCode.NoSuchTransaction
  return {
    ok: 0,
    errmsg: error.message,
    code: error.code,
    codeName: NAMES[error.code] ?? `Location${error.code}`,
    ...error.extra,
    ...(within === 'transaction' && retriable ? { errorLabels: ['TransientTransactionError'] } : {}),
  }
}
