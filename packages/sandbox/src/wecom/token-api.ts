import { demo } from '../demo'
import { accessToken } from '../vendor/access-token'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'

/** gettoken (W:91039) and getcallbackip. */
export const tokenApis: VendorApi[] = [
  {
    method: 'GET',
    path: 'gettoken',
    access: 'none',
    handle({ sandbox, query }) {
      if (query['corpid'] !== demo.corp.corpid) throw new VendorError(40013)
      if (query['corpsecret'] !== demo.corp.corpsecret) throw new VendorError(40001)
      const { token, expiresIn } = accessToken(sandbox, demo.corp.corpid, 'plain')
      return { access_token: token.token, expires_in: expiresIn }
    },
  },
  {
    method: 'GET',
    path: 'getcallbackip',
    access: 'corp',
    handle: () => ({ ip_list: ['127.0.0.1'] }),
  },
]
