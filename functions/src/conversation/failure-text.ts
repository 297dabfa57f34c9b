/** What a failed message says to staff, with what to do. */
export interface Failure {
  readonly code: string
  readonly zh: string
  readonly en: string
}

const texts: Readonly<Record<string, readonly [string, string]>> = {
  'window-closed': [
    '48 小时窗口已关，等患者再说话，或打电话',
    'The 48-hour window is closed: wait for the patient or phone',
  ],
  'count-used': ['这一轮 5 条已用完，等患者再说话，或打电话', 'Five messages are used: wait for the patient or phone'],
  'state-forbids': [
    '会话在企业微信客户端里有人接待，请在那里回复',
    'The session is with a person in the WeCom client: answer there',
  ],
  'session-ended': ['会话已结束，等患者再说话，或打电话', 'The session has ended: wait for the patient or phone'],
  'outcome-unknown': ['不知道有没有送到，请打电话确认', 'Nobody knows whether it arrived: please phone'],
  'no-channel': ['还没有可用的微信客服会话', 'There is no kf chat yet'],
  'type-forbidden': ['微信不接收这种内容，请改发文字', 'WeChat does not take this kind: send words'],
  'patient-rejects': ['患者已拒收微信客服消息，请打电话', 'The patient rejects kf messages: please phone'],
  'not-logged-in': ['微信客服没有人登录，请管理员检查', 'Nobody is logged in to kf: ask an administrator'],
  'not-verified': ['企业还没有认证，请管理员检查', 'The corp is not verified: ask an administrator'],
  'account-gone': ['微信客服账号已停用，请管理员检查', 'The kf account is gone: ask an administrator'],
  security: ['内容没有通过微信的安全检查，请改写后再发', 'WeChat refused the content: write it otherwise'],
}

export function failureText(code: string): Failure {
  const [zh, en] = texts[code] ?? ['没有发出去，请打电话联系', 'Not sent: please phone']
  return { code, zh, en }
}

/** Reasons of `msg_send_fail` (WeCom 94670). */
const failTypes: Readonly<Record<number, string>> = {
  1: 'account-gone',
  2: 'account-gone',
  4: 'window-closed',
  5: 'session-ended',
  6: 'count-used',
  8: 'not-verified',
  10: 'patient-rejects',
  11: 'not-logged-in',
  12: 'type-forbidden',
  13: 'security',
}

/** WeChat said afterwards that a message did not arrive. */
export function sendFailure(type: number): Failure {
  const code = failTypes[type]
  if (code) return failureText(code)
  return { code: `fail-type-${type}`, zh: '微信没有送达，请打电话联系', en: 'WeChat did not deliver it: please phone' }
}
