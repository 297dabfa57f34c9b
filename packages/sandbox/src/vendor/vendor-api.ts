import type * as z from 'zod'
import type { Sandbox } from '../sandbox'
import { VendorError } from './vendor-error'
import type { AccessToken } from './access-token'

/** What a handler is given. `token` is set where access is needed. */
export interface VendorCall {
  sandbox: Sandbox
  query: Record<string, string>
  body: unknown
  file: { name: string; type: string; bytes: Buffer } | null
  /** Scheme and host the caller used, for links back into the sandbox. */
  origin: string
  range: string | null
  token: AccessToken | null
}

/** One vendor API. A handler answers the fields beside errcode and errmsg, or a whole Response. */
export interface VendorApi {
  method: 'GET' | 'POST'
  /** Below the vendor's root, as `externalcontact/get`. */
  path: string
  access: 'corp' | 'miniProgram' | 'none'
  handle(call: VendorCall): object | Response | Promise<object | Response>
}

/** Reads a body or query by a schema; a mismatch is errcode 40058 naming the field. */
export function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new VendorError(40058, `${issue?.path.join('.') || 'body'} ${issue?.message ?? ''}`.trim())
}

/** UTF-8 length; vendor limits are in bytes unless said otherwise. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
