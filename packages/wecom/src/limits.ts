import * as z from 'zod'
import { WecomInputRefused } from './errors'

/** Text of `least` to `most` bytes in UTF-8, as WeCom counts 字节. */
export const bytes = (most: number, least = 0) =>
  z.string().refine((value) => Buffer.byteLength(value) <= most && Buffer.byteLength(value) >= least, {
    error: `${least ? `${least} to ` : 'at most '}${most} bytes`,
  })

/** Text of at most `most` characters; a character beyond the basic plane counts twice, which is the careful side. */
export const characters = (most: number, least = 0) =>
  z.string().refine((value) => value.length <= most && value.length >= least, {
    error: `${least ? `${least} to ` : 'at most '}${most} characters`,
  })

/** Parses an argument or says which field breaks which limit. Keys the schema does not know are refused too. */
export function checked<T extends z.ZodType>(api: string, schema: T, value: z.input<T>): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new WecomInputRefused(api, issue.path.join('.') || 'request', issue.message)
}
