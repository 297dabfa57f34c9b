/**
 * What a caller does about an error code.
 * - `retry`: busy or in conflict; the client has already retried where that is safe
 * - `retry-later`: right request, wrong moment (minutes)
 * - `refresh-token`: the client has renewed the token once and it was refused again
 * - `stop-until`: a quota is spent
 * - `config`: an administrator must change secret, scope, permission or trusted IP
 * - `login-again`: the person must start over
 * - `no-retry`: this request can never succeed
 * - `relation-lost`: the patient is no contact of this member any more
 * - `reupload`: the media id is dead
 * - `already-done`: what was asked for has happened before
 * - `expired`: a one-time code or window is over
 * - `bug`: we sent something malformed
 */
export type ErrorAction =
  | 'retry'
  | 'retry-later'
  | 'refresh-token'
  | 'stop-until'
  | 'config'
  | 'login-again'
  | 'no-retry'
  | 'relation-lost'
  | 'reupload'
  | 'already-done'
  | 'expired'
  | 'bug'

export interface ErrorMeaning {
  code: number
  meaning: string
  action: ErrorAction
}

/** Codes of WeCom (document 90313) that this product can meet, with 微信客服 and hand-over of customers. */
const table: Record<number, readonly [ErrorAction, string]> = {
  [-1]: ['retry', 'WeCom is busy'],
  6000: ['retry', 'concurrent write conflict'],
  45033: ['retry', 'too many concurrent calls'],
  45035: ['retry', 'concurrent write conflict'],
  40001: ['config', 'wrong secret'],
  40013: ['config', 'wrong corp id'],
  40091: ['config', 'wrong secret'],
  40014: ['refresh-token', 'invalid access token'],
  42001: ['refresh-token', 'expired access token'],
  41001: ['bug', 'access token missing'],
  40029: ['login-again', 'invalid code'],
  42003: ['login-again', 'expired code'],
  42022: ['login-again', 'used code'],
  42013: ['login-again', 'not logged in'],
  84014: ['login-again', 'invalid user ticket'],
  84015: ['login-again', 'expired user ticket'],
  84025: ['bug', 'state is not letters and digits'],
  50001: ['config', 'redirect domain not trusted'],
  40003: ['no-retry', 'unknown userid'],
  60111: ['no-retry', 'unknown userid'],
  60011: ['no-retry', 'member out of scope'],
  50002: ['no-retry', 'member out of scope'],
  60030: ['no-retry', 'member outside the app scope'],
  81013: ['no-retry', 'no valid recipient'],
  40058: ['bug', 'invalid parameter'],
  40063: ['bug', 'empty parameter'],
  40035: ['bug', 'invalid parameter'],
  40096: ['relation-lost', 'not an external contact of this member'],
  84061: ['relation-lost', 'not an external contact of this member'],
  40131: ['relation-lost', 'member does not follow this customer'],
  40068: ['no-retry', 'unknown tag'],
  40071: ['no-retry', 'tag name taken'],
  40072: ['no-retry', 'tag name too long'],
  40126: ['no-retry', 'tag library full'],
  40144: ['no-retry', 'customer has too many tags'],
  41044: ['no-retry', 'unknown contact way'],
  41045: ['no-retry', 'too many contact ways'],
  41054: ['no-retry', 'member not activated'],
  41048: ['no-retry', 'no customer to send to'],
  41047: ['no-retry', 'unknown mass-send task'],
  41063: ['retry-later', 'mass-send task is being dispatched'],
  41064: ['no-retry', 'too many recipients'],
  41065: ['no-retry', 'invalid attachments'],
  41093: ['already-done', 'mass-send task already cancelled'],
  41094: ['no-retry', 'reminded three times already'],
  41050: ['expired', 'welcome code invalid or expired'],
  41051: ['already-done', 'welcome already sent or chat started'],
  41096: ['retry-later', 'another app is sending the welcome'],
  40007: ['reupload', 'invalid media id'],
  40145: ['reupload', 'media id expired'],
  40004: ['bug', 'invalid media type'],
  41004: ['bug', 'media id missing'],
  45007: ['no-retry', 'voice longer than 60 s'],
  830002: ['bug', 'media over 20 MB needs a Range request'],
  45009: ['stop-until', 'call quota spent'],
  43012: ['config', 'no callback URL'],
  48002: ['config', 'no permission for this API'],
  48007: ['config', 'kf account not authorised'],
  48009: ['config', 'API closed to this secret'],
  48011: ['config', 'member not active enough'],
  60020: ['config', 'caller IP not trusted'],
  81017: ['bug', 'too many people: page by owner'],
  90206: ['config', 'mini-program not linked'],
  90207: ['config', 'mini-program not linked'],
  90208: ['config', 'mini-program appid mismatch'],
  90500: ['no-retry', 'group owner not resigned'],
  90501: ['no-retry', 'not a customer group'],
  90502: ['no-retry', 'group owner resigned'],
  90503: ['no-retry', 'owner must act in the client'],
  90504: ['no-retry', 'owner unchanged'],
  90507: ['retry-later', 'group is being handed over'],
  90508: ['already-done', 'group handed over'],
  90509: ['no-retry', 'not a WeCom customer group'],
  90511: ['no-retry', 'invalid opengid'],
  40097: ['no-retry', 'member not resigned'],
  40098: ['config', 'taker has no real-name verification'],
  40099: ['no-retry', 'taker is full'],
  40100: ['retry-later', 'hand-over in progress'],
  40128: ['no-retry', 'handed over too often'],
  40129: ['retry-later', 'hand-over in progress'],
  40130: ['bug', 'same person'],
  40143: ['config', 'function banned'],
  40201: ['no-retry', 'refused by anti-spam'],
  40204: ['no-retry', 'refused by anti-spam'],
  40205: ['no-retry', 'member did not sign in for a year'],
  42052: ['expired', 'older than 24 hours'],
  60140: ['expired', 'response code invalid, used or older than 72 hours'],
  42014: ['bug', 'invalid task_id'],
  42015: ['config', 'card was sent by another app'],
  42016: ['no-retry', 'unknown task_id'],
  42017: ['bug', 'button key refused'],
  42018: ['bug', 'button key refused'],
  42019: ['bug', 'button key refused'],
  42020: ['bug', 'button name missing'],
  82101: ['no-retry', 'no valid target'],
  82102: ['no-retry', 'no valid target'],
  701008: ['config', 'no member is licensed'],
  95000: ['no-retry', 'invalid open_kfid'],
  95001: ['no-retry', 'message count of the window used'],
  95002: ['expired', 'more than 48 h since the patient wrote'],
  95003: ['config', 'unverified corp reached its cap'],
  95004: ['config', 'kf account deleted or foreign'],
  95007: ['expired', 'invalid message token or code'],
  95008: ['bug', 'menu too long'],
  95009: ['bug', 'invalid menu type'],
  95011: ['config', 'kf in standalone mode'],
  95012: ['config', 'kf in integrated mode'],
  95013: ['no-retry', 'session ended'],
  95014: ['no-retry', 'not a servicer or not activated'],
  95016: ['no-retry', 'transition not allowed'],
  95017: ['config', 'API switched off'],
  95018: ['no-retry', 'session state forbids sending'],
  95019: ['retry-later', 'servicer stopped receiving'],
  95020: ['no-retry', 'servicer is full'],
  95021: ['config', 'upgrade service not configured'],
  95026: ['config', 'kf account cannot be created'],
  95027: ['config', 'kf account cap reached'],
  95030: ['no-retry', 'message type forbidden'],
  95031: ['expired', 'patient did not write within 48 h'],
  95033: ['already-done', 'msgid used before'],
  511020: ['no-retry', 'question exists already'],
}

/** Every code with a meaning of its own. */
export const knownErrorCodes: readonly number[] = Object.keys(table).map(Number)

/** Meaning of a code; one we do not know is never retried. */
export function errorMeaning(code: number): ErrorMeaning {
  const [action, meaning] = table[code] ?? (['no-retry', 'undocumented error'] as const)
  return { code, meaning, action }
}

const refusedBeforeDone: ReadonlySet<number> = new Set([6000, 45033, 45035])

/** Whether WeCom certainly did nothing, so that even a call that must not happen twice may be repeated. */
export const wasNotDone = (code: number): boolean => refusedBeforeDone.has(code)
