import { cardApis } from '../cards/update-api'
import { accountApis } from '../kf/account-api'
import { sendApis } from '../kf/send'
import { serviceStateApis } from '../kf/service-state'
import { servicerApis } from '../kf/servicer-api'
import { syncApis } from '../kf/sync'
import type { VendorApi } from '../vendor/vendor-api'
import { contactApis } from './contacts'
import { contactWayApis } from './contact-way'
import { massSendApis } from './mass-send'
import { massTrackApis } from './mass-track'
import { mediaApis } from './media'
import { signInApis } from './sign-in'
import { staffMessageApis } from './staff-message'
import { tagLibraryApis } from './tag-library'
import { tagMarkApis } from './tag-mark'
import { tokenApis } from './token-api'
import { welcomeApis } from './welcome'

/** All of `/wecom/cgi-bin`. */
export const wecomApis: VendorApi[] = [
  ...tokenApis,
  ...contactWayApis,
  ...contactApis,
  ...tagLibraryApis,
  ...tagMarkApis,
  ...welcomeApis,
  ...massSendApis,
  ...massTrackApis,
  ...mediaApis,
  ...signInApis,
  ...staffMessageApis,
  ...cardApis,
  ...accountApis,
  ...servicerApis,
  ...serviceStateApis,
  ...syncApis,
  ...sendApis,
]
