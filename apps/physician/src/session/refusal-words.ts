import type { RefusalCode } from './session'

export interface RefusalWords {
  readonly what: string
  readonly safe: string
  /** A way out that is not asking again. */
  readonly todo?: string
}

const words: Partial<Record<RefusalCode, RefusalWords>> = {
  outside: {
    what: '请在企业微信里打开',
    safe: '这里认不出您是谁，患者资料不会显示。',
    todo: '打开企业微信 → 工作台 → 随行',
  },
  'sign-in-failed': { what: '没认出您的账号', safe: '患者资料没有打开。', todo: '请科室管理员把您加进医护团队。' },
  forbidden: { what: '您还没有医生端的权限', safe: '患者资料没有打开。', todo: '请科室管理员把您加进医护团队。' },
  'login-refused': { what: '手机没有给出登录凭证', safe: '您写的草稿都在。' },
  unreachable: { what: '网络没连上', safe: '您写的草稿都在。' },
}

/** What a physician reads when signing in did not work. */
export const refusalWords = (code: RefusalCode): RefusalWords =>
  words[code] ?? { what: '这次没能登录', safe: '您写的草稿都在。' }
