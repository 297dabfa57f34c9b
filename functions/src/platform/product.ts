import type { Repositories } from '@suixing/database'
import type { Storage } from '@suixing/storage'
import type { Wechat } from '@suixing/wechat'
import type { CallbackCipher, Wecom } from '@suixing/wecom'
import type { ProgrammeBook } from '../programme/programme-book'
import type { Clock } from './clock'
import type { Config } from './config'
import type { Logger } from './log'
import type { Nudge } from './nudge'
import type { Sessions } from './session'
import type { Workshop } from './workshop'

/** Everything a use case may need, wired once in `compose.ts`. Outside services are null where they are not configured. */
export interface Product {
  readonly config: Config
  readonly clock: Clock
  /** Wall time in epoch milliseconds, for leases only. */
  readonly realNow: () => number
  readonly log: Logger
  readonly sessions: Sessions
  readonly repositories: Repositories
  readonly programmes: ProgrammeBook
  readonly wecom: Wecom | null
  readonly callbackCipher: CallbackCipher | null
  readonly wechat: { readonly patient: Wechat | null; readonly physician: Wechat | null }
  /** Pictures, voices and files of conversations. */
  readonly storage: Storage
  readonly workshop: Workshop
  /** Says after a request that there is work; within the work itself the workshop is asked directly. */
  readonly nudge: Nudge
}
