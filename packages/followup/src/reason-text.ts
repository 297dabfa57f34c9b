import type { Reason, ReasonCode } from '@suixing/contracts'

/** A sentence in Chinese and in English. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

const sentences: Record<ReasonCode, Sentence> = {
  'planned-by-step': { zh: '按随访计划排好', en: 'Planned by the follow-up plan' },
  'moved-with-event': { zh: '病程时间变了，跟着移动', en: 'Moved because its journey event moved' },
  'reached-due': { zh: '到点', en: 'Due time reached' },
  'claimed-by-dispatcher': { zh: '正在决定怎么发', en: 'Taken up by a dispatcher' },
  'consent-missing': { zh: '还没有知情同意', en: 'No consent has been given' },
  'consent-outdated': {
    zh: '同意的是旧版（{given}），现行 {current} 版，请人工联系',
    en: 'Consent is to version {given}, the current one is {current}',
  },
  'consent-withdrawn': { zh: '患者已撤回同意', en: 'Consent has been withdrawn' },
  'enrolment-not-active': { zh: '已不在管（{status}）', en: 'Enrolment is not active ({status})' },
  'opted-out-channel': { zh: '患者退订了{channel}', en: 'The patient opted out of {channel}' },
  'opted-out-topic': { zh: '患者退订了「{topic}」', en: 'The patient opted out of {topic}' },
  'opted-out-all': { zh: '患者退订了全部消息', en: 'The patient opted out of all messages' },
  'in-quiet-hours': { zh: '在安静时段 {from}–{to}', en: 'In quiet hours {from}–{to}' },
  'outside-preferred-hour': { zh: '患者选了 {from}–{to} 联系', en: 'The patient prefers {from}–{to}' },
  'no-channel-left': { zh: '没有能用的渠道，请人工联系', en: 'No channel can be used; a person is asked' },
  'kf-window-closed': { zh: '微信客服 48 小时窗口已关', en: 'The 48-hour kf window is closed' },
  'kf-in-client': {
    zh: '会话正在企业微信客户端里由同事接待',
    en: 'A colleague holds the session in the WeCom client',
  },
  'kf-window-spent': { zh: '微信客服本轮条数已用完', en: 'The messages of this kf window are used up' },
  'kf-never-written': { zh: '患者还没在微信客服说过话', en: 'The patient has not written in kf yet' },
  'too-late': { zh: '过了有效期（到点后 {hours} 小时）', en: 'Its window of {hours} h after due has passed' },
  'audience-not-matching': { zh: '已不符合这份计划的条件', en: 'The plan no longer applies' },
  'plan-ended': { zh: '计划已结束', en: 'The plan has ended' },
  'content-missing': { zh: '缺少内容「{content}」', en: 'Content {content} is missing' },
  sent: { zh: '已交给{channel}', en: 'Handed over to {channel}' },
  'accepted-by-channel': { zh: '{channel}已收下', en: 'Accepted by {channel}' },
  'delivery-failed': { zh: '没有送达：{why}', en: 'Not delivered: {why}' },
  'channel-error': { zh: '渠道出错：{why}', en: 'Channel error: {why}' },
  'patient-answered': { zh: '患者已回应', en: 'The patient answered' },
  'outcome-unknown': { zh: '发出后没有回执，请人工核实', en: 'No outcome after the call; a person is asked' },
  'merged-into': { zh: '并入同一时段的另一条', en: 'Merged into another touchpoint' },
  'handed-to-person': { zh: '转人工：{why}', en: 'Handed to a person: {why}' },
}

const channels: Record<string, Sentence> = {
  kf: { zh: '微信客服', en: 'WeChat kf' },
  subscribe: { zh: '订阅消息', en: 'subscribe message' },
  mass: { zh: '群发', en: 'mass send' },
  groupMass: { zh: '社群群发', en: 'group mass send' },
  sms: { zh: '短信', en: 'SMS' },
  phone: { zh: '电话随访', en: 'phone task' },
  staffMessage: { zh: '企业微信消息', en: 'WeCom staff message' },
  miniChat: { zh: '小程序消息', en: 'mini-program chat' },
}
const topics: Record<string, Sentence> = {
  reminder: { zh: '提醒', en: 'reminders' },
  education: { zh: '科教', en: 'education' },
  followUp: { zh: '随访', en: 'follow-up' },
}
const statuses: Record<string, Sentence> = {
  invited: { zh: '已邀请', en: 'invited' },
  paused: { zh: '暂停', en: 'paused' },
  completed: { zh: '已完成', en: 'completed' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
  lost: { zh: '失联', en: 'lost' },
  deceased: { zh: '已故', en: 'deceased' },
}
const words: Record<string, Record<string, Sentence>> = { channel: channels, topic: topics, status: statuses }

/** What is said where the parameters of the full sentence are not known, as when one reason is the `why` of another. */
const brief: Partial<Record<ReasonCode, Sentence>> = {
  'consent-outdated': { zh: '同意的是旧版', en: 'Consent is to an older version' },
  'enrolment-not-active': { zh: '已不在管', en: 'Enrolment is not active' },
  'opted-out-channel': { zh: '患者退订了这个渠道', en: 'The patient opted out of the channel' },
  'opted-out-topic': { zh: '患者退订了这类消息', en: 'The patient opted out of the topic' },
  'in-quiet-hours': { zh: '在安静时段', en: 'In quiet hours' },
  'outside-preferred-hour': { zh: '不在患者选的时段', en: 'Outside the preferred hour' },
  'too-late': { zh: '过了有效期', en: 'Its window has passed' },
  'content-missing': { zh: '缺少内容', en: 'Its content is missing' },
  sent: { zh: '已交给渠道', en: 'Handed over to a channel' },
  'accepted-by-channel': { zh: '渠道已收下', en: 'Accepted by the channel' },
  'delivery-failed': { zh: '没有送达', en: 'Not delivered' },
  'channel-error': { zh: '渠道出错', en: 'Channel error' },
  'handed-to-person': { zh: '转人工', en: 'Handed to a person' },
}

/** The reason as a person reads it, never with a hole. A `why` that is itself a reason code is spelled out. */
export function reasonText({ code, params }: Reason): Sentence {
  const fill = (language: 'zh' | 'en'): string => {
    const full = sentences[code][language]
    const names = [...full.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
    const known = names.every((name) => params[name] !== undefined && params[name] !== '')
    if (!known) return (brief[code] ?? sentences[code])[language]
    return full.replace(/\{(\w+)\}/g, (_, name: string) => {
      const text = String(params[name])
      if (name === 'why' && text in sentences) {
        const { why: _why, ...rest } = params
        return reasonText({ code: text as ReasonCode, params: rest })[language]
      }
      return words[name]?.[text]?.[language] ?? text
    })
  }
  return { zh: fill('zh'), en: fill('en') }
}
