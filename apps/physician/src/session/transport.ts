import type { Transport } from '@suixing/ui'
import type { Platform } from '../platform'

/** The platform's request as the shared client wants it. */
export const transportOf =
  (platform: Pick<Platform, 'request'>): Transport =>
  async ({ method, path, headers, body }) => {
    const answer = await platform.request({ method, path, headers, ...(body === undefined ? {} : { body }) })
    return { status: answer.status, body: answer.body ?? undefined }
  }
