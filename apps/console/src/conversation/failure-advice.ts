/** What to do about a message that did not reach the patient, and whether sending it once more can help. */
export interface FailureAdvice {
  readonly next: string
  readonly again: 'helps' | 'useless'
}

/** fail_type of msg_send_fail (WeCom document 94670) with our own codes for those a person meets often. */
const advice: Record<string, FailureAdvice> = {
  'window-closed': { next: '再发一次会走小程序对话，能提醒时会用订阅消息提醒。', again: 'helps' },
  'count-used': { next: '等患者回一条，或再发一次走小程序对话。', again: 'helps' },
  'patient-rejects': { next: '患者在微信里拒收了，请打电话，或再发一次走小程序对话。', again: 'helps' },
  'fail-type-1': { next: '这个微信客服账号已删除，请联系管理员。', again: 'useless' },
  'fail-type-2': { next: '应用被停用了，请联系管理员。', again: 'useless' },
  'fail-type-5': { next: '微信里的会话已结束，再发一次会走小程序对话。', again: 'helps' },
  'fail-type-8': { next: '企业主体还没有验证，请联系管理员。', again: 'useless' },
  'fail-type-11': { next: '还没有同事登录过企业微信，请联系管理员。', again: 'useless' },
  'fail-type-12': { next: '微信客服不收这种消息，请改成文字再发。', again: 'useless' },
  'fail-type-13': { next: '微信认为内容有风险，请改一改措辞再发。', again: 'useless' },
}

/** What to do about a failed message by its code; an unknown code is worth one more try. */
export const failureAdvice = (code: string | undefined): FailureAdvice =>
  (code !== undefined && Object.hasOwn(advice, code) ? advice[code] : undefined) ?? {
    next: '可以再发一次；还不行就打电话。',
    again: 'helps',
  }
