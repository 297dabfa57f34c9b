import pino from 'pino'
import type { Logger } from 'pino'

/**
 * Structured log on standard output. Nothing personal is ever passed in: callers log codes, counts and our own opaque ids.
 * The redaction below is the second line, for objects that slip through.
 */
export function createLog(level: string): Logger {
  const personal = [
    'name',
    'text',
    'xml',
    'phone',
    'token',
    'code',
    'session_key',
    'openid',
    'unionid',
    'external_userid',
    'authorization',
    'cookie',
  ]
  return pino({
    level,
    base: null,
    redact: { paths: personal.flatMap((key) => [key, `*.${key}`]), censor: '[left out]' },
  })
}
export type { Logger }
