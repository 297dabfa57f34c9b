import { failureCode, type FailureCode } from './api-failure'

/** What happened, and what is safe or what to do next. */
export interface FailureWords {
  readonly title: string
  readonly next: string
}

const words: Record<FailureCode, FailureWords> = {
  'bad-request': { title: '这次的内容有一处不对', next: '请看标出的那一项，改好再试。' },
  'not-signed-in': { title: '还没有登录', next: '请先登录。' },
  'session-expired': { title: '登录已过期', next: '请重新登录，刚才看的内容不会丢。' },
  forbidden: { title: '您没有权限看这一页', next: '需要的话，请联系项目管理员开通。' },
  'not-found': { title: '没有找到', next: '可能已经删除，或者不在您的项目里。' },
  conflict: { title: '已经有人先改了', next: '页面已换成最新的，请再看一眼。' },
  'too-large': { title: '文件太大', next: '请分成几个小一点的文件再导入。' },
  'consent-outdated': { title: '同意书已更新', next: '患者重新同意之后才能继续。' },
  'not-enrolled': { title: '患者还没有入组', next: '等患者加入项目之后再试。' },
  'window-closed': { title: '客服窗口已关', next: '患者再发一条消息，窗口就会打开。' },
  'window-spent': { title: '客服窗口的条数用完了', next: '等患者回一条消息，就又可以发了。' },
  'identity-not-linked': { title: '这个账号还没有绑定', next: '请联系项目管理员把您的企业微信加入项目。' },
  'file-not-readable': { title: '这个文件读不出来', next: '没有写入任何读数。请换成血糖仪或动态血糖导出的原始文件。' },
  'file-kind-refused': { title: '这种文件不能发', next: '请发图片、语音、视频或常见文档。' },
  'taken-by-other': { title: '已有同事在回这位患者', next: '页面已换成最新的，请再看一眼。' },
  'in-client': { title: '正在企业微信客户端里接待', next: '会话结束之前，请在企业微信客户端里回。' },
  'unit-unsure': { title: '看不出文件里的单位', next: '请选一个单位，再看预览。' },
  'date-order-unsure': { title: '看不出文件里日期的写法', next: '请选一种写法，再看预览。' },
  'sign-in-failed': { title: '登录没有成功', next: '请检查后再试一次。' },
  'outside-unavailable': { title: '外部服务这会儿连不上', next: '已有的内容都在，稍后会自动再试。' },
  internal: { title: '程序出了一点问题', next: '已有的内容都在，请稍后再试。' },
  unreachable: { title: '网络断了一下', next: '已有的内容都在，连上就会更新。' },
  'unexpected-answer': { title: '收到的内容读不懂', next: '已有的内容都在，请刷新页面；还不行就告诉管理员。' },
}

/** Words for anything a call threw. */
export const failureWords = (error: unknown): FailureWords => words[failureCode(error)]
/** Words for a code that came in an address, e.g. after a redirect; an unknown one is treated as a sign-in that failed. */
export const codeWords = (code: string): FailureWords =>
  Object.hasOwn(words, code) ? words[code as FailureCode] : words['sign-in-failed']
