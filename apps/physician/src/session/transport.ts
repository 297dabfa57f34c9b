import type { Transport } from '@suixing/ui'
import type { Platform } from '../platform'

/** The platform's request as the shared client wants it. This app sends JSON only. */
export const transportOf =
  (platform: Pick<Platform, 'request'>): Transport =>
  async ({ method, path, headers, body }) => {
    if (body !== undefined && typeof body !== 'string') throw new TypeError('this app sends no files')
    const answer = await platform.request({ method, path, headers, ...(body === undefined ? {} : { body }) })
    return { status: answer.status, body: answer.body ?? undefined }
  }
