import * as z from 'zod'
import type { WechatClient } from './client'
import { WechatInputRefused } from './errors'

export interface UrlLinkInput {
  /** Released page without leading slash and without query. */
  path: string
  /** At most 1024 characters; never patient data, for the link travels by SMS. */
  query?: string
  /** Whole days from now (1 to 30), or an instant. */
  expires: { days: number } | { at: Date }
  build?: 'release' | 'trial' | 'develop'
}

/** Links that open the mini-program from an SMS; only released mini-programs have them. */
export function urlLinks({ call }: WechatClient) {
  return {
    /** @returns the link. @throws WechatInputRefused, WechatError `config` 40165 or 85079, `stop-until` 44993 */
    async generate({ path, query = '', expires, build = 'release' }: UrlLinkInput): Promise<string> {
      const api = 'wxa/generate_urllink'
      if (!/^[^/?#][^?#]*$/.test(path)) throw new WechatInputRefused(api, 'path', 'no leading slash, no query')
      if (query.length > 1024 || query.startsWith('?'))
        throw new WechatInputRefused(api, 'query', 'at most 1024 characters, without ?')
      const days = 'days' in expires ? expires.days : 1
      if (!Number.isInteger(days) || days < 1 || days > 30)
        throw new WechatInputRefused(api, 'expires.days', '1 to 30 days')
      const expiry =
        'at' in expires
          ? { expire_type: 0, expire_time: Math.floor(expires.at.getTime() / 1000) }
          : { expire_type: 1, expire_interval: days }
      const answer = z.looseObject({ url_link: z.string().min(1) })
      const body = { path, query, ...expiry, env_version: build }
      return (await call({ api, body, answer, repeat: 'safe' })).url_link
    },
  }
}
