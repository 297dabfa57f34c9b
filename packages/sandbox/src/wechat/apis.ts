import type { VendorApi } from '../vendor/vendor-api'
import { loginApis } from './login'
import { subscribeApis } from './subscribe'
import { tokenApis } from './token-api'

/** All of `/wechat`. */
export const wechatApis: VendorApi[] = [...loginApis, ...tokenApis, ...subscribeApis]
