import type { FailureCode } from './api-failure'

/** What a person reads when something did not work. */
export interface FailureText {
  readonly what: string
  readonly safe: string
  readonly todo: string
}

const texts: Record<FailureCode, FailureText> = {
  unreachable: { what: '这次没连上', safe: '您填的都还在', todo: '看看网络，再试一次' },
  'not-understood': { what: '这次没有读到', safe: '您的记录没有受影响', todo: '过一会儿再试' },
  'bad-request': { what: '有一处要再看看', safe: '您填的都还在', todo: '改好后再送一次' },
  'not-signed-in': { what: '需要重新进入', safe: '您的记录没有受影响', todo: '关掉后再打开一次' },
  'session-expired': { what: '离开太久了', safe: '您的记录没有受影响', todo: '再试一次' },
  forbidden: { what: '这里您还看不到', safe: '您的记录没有受影响', todo: '需要时请联系医护人员' },
  'not-found': { what: '没有找到', safe: '您的记录没有受影响', todo: '回到上一页看看' },
  conflict: { what: '刚才有了变化', safe: '没有重复保存', todo: '看过新的内容再试' },
  'too-large': { what: '文件太大了', safe: '没有保存任何内容', todo: '分成几份再选' },
  'consent-outdated': { what: '知情同意书有了新版', safe: '您填的都还在', todo: '请看过新版再确认' },
  'not-enrolled': { what: '您还没有加入', safe: '您的记录没有受影响', todo: '加入后就能使用' },
  'window-closed': { what: '微信客服已不能发送', safe: '文字还在', todo: '等患者再发一条消息' },
  'window-spent': { what: '这段时间已发满', safe: '文字还在', todo: '等患者再发一条消息' },
  'identity-not-linked': { what: '还没有认出您', safe: '您的记录没有受影响', todo: '请从医生发的卡片进入' },
  'file-not-readable': { what: '这份文件读不懂', safe: '没有保存任何内容', todo: '请选血糖仪导出的表格' },
  'file-kind-refused': { what: '这种文件不能发', safe: '没有保存任何内容', todo: '请发照片、语音或文档' },
  'taken-by-other': { what: '已有同事在回', safe: '文字还在', todo: '看过新的内容再试' },
  'in-client': { what: '正在企业微信里接待', safe: '文字还在', todo: '请在企业微信客户端回' },
  'unit-unsure': { what: '看不出用的单位', safe: '没有保存任何内容', todo: '请您选一下单位' },
  'date-order-unsure': { what: '看不出日期怎么写的', safe: '没有保存任何内容', todo: '请您选一下先后' },
  'sign-in-failed': { what: '这次没能进入', safe: '您的记录没有受影响', todo: '再试一次' },
  'outside-unavailable': { what: '微信那边没有回应', safe: '您填的都还在', todo: '过一会儿再试' },
  internal: { what: '我们这边出了点问题', safe: '您填的都还在', todo: '过一会儿再试' },
}

/** The sentences for a code: what happened, what is safe, what to do. */
export const failureText = (code: FailureCode): FailureText => texts[code]
