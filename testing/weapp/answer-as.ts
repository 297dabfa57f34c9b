import type { FixtureHost } from '../../apps/patient/testing/fixture-host'
import type { WxAnswer, WxRequest } from './fake-wx'

/** Answers wx.request as a host in memory does; null where it answers nothing. A file is told from JSON by its content type. */
export const answerAs =
  (host: FixtureHost) =>
  ({ url, method, header, data }: WxRequest): WxAnswer | null => {
    const { pathname, search } = new URL(url)
    const isFile = header['content-type'] === 'application/octet-stream'
    const { status, body } = host.answer({
      method,
      path: pathname + search,
      ...(isFile ? { bytes: (data as ArrayBuffer).byteLength } : {}),
      ...(!isFile && typeof data === 'string' ? { body: JSON.parse(data) as unknown } : {}),
    })
    return status === 0 ? null : { statusCode: status, data: body }
  }
