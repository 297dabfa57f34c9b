import { demo } from '../demo'
import type { Ids } from './ids'
import type { WechatUser } from './people'

/** A person with WeChat whom neither corp nor kf has met; the ids follow from the key alone. */
export function newUser(ids: Ids, person: Pick<WechatUser, 'key' | 'name' | 'gender'>): WechatUser {
  const appids = Object.values(demo.miniPrograms).map(({ appid }) => appid)
  return {
    ...person,
    unionid: `oU${ids.of('unionid', person.key, 26)}`,
    openids: Object.fromEntries(appids.map((appid) => [appid, `o${ids.of('openid', `${appid}/${person.key}`, 27)}`])),
    externalUserid: null,
    kfExternalUserid: null,
  }
}
