import type { FailureCode } from '@suixing/ui'

/** What happened to a reply that did not go out, and what to do. The words stay in the field, so nothing is lost. */
export interface FailureWords {
  readonly what: string
  readonly todo: string
  /** Whether sending the same words again can help. */
  readonly retry: boolean
}

const words: Partial<Record<FailureCode, FailureWords>> = {
  unreachable: { what: '网络没连上，不知道发出去没有', todo: '再发一次，患者只会收到一条。', retry: true },
  'outside-unavailable': { what: '微信客服暂时没有收下', todo: '稍等再发，患者只会收到一条。', retry: true },
  'window-closed': {
    what: '患者上次来信已超过 48 小时，没有发出',
    todo: '患者再来信后可以发。急事请打电话。',
    retry: false,
  },
  'window-spent': {
    what: '这次来信后能发的 4 条已经发完，没有发出',
    todo: '患者再来信后可以发。急事请打电话。',
    retry: false,
  },
  'identity-not-linked': {
    what: '患者还没有在微信客服说过话，没有发出',
    todo: '请患者先在微信客服发一条消息。',
    retry: false,
  },
  'not-enrolled': { what: '患者已不在管，没有发出', todo: '请与健康管理师确认。', retry: false },
  forbidden: { what: '这位患者不由您负责，没有发出', todo: '请与健康管理师确认。', retry: false },
  'bad-request': { what: '内容不合要求，没有发出', todo: '最多 600 字，改一改再发。', retry: true },
  'in-client': { what: '同事正在企业微信里接待，没有发出', todo: '等他结束再发。', retry: true },
  'taken-by-other': { what: '已有同事在回，没有发出', todo: '看过他的话再发。', retry: true },
  'too-large': { what: '图片太大，没有发出', todo: '请删去，换一张小的。', retry: false },
  'file-kind-refused': { what: '这种图片不能发', todo: '请删去，换一张照片。', retry: false },
  'not-found': { what: '没有找到要发的内容', todo: '请删去，重新选一次。', retry: false },
  'session-expired': { what: '登录已过期，没有发出', todo: '请到「我的」重新登录，再发一次。', retry: true },
  'not-signed-in': { what: '还没有登录，没有发出', todo: '请到「我的」重新登录，再发一次。', retry: true },
}

export const failureWords = (code: FailureCode): FailureWords =>
  words[code] ?? { what: '系统出了问题，没有确认发出', todo: '再发一次，患者只会收到一条。', retry: true }
