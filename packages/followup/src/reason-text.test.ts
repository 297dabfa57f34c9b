import { channelName, enrolmentStatus, reasonCode, topic } from '@suixing/contracts'
import type { ReasonCode } from '@suixing/contracts'
import { reasonText } from './reason-text'

const params: Partial<Record<ReasonCode, Record<string, string | number>>> = {
  'consent-outdated': { given: '1', current: '2' },
  'enrolment-not-active': { status: 'paused' },
  'opted-out-channel': { channel: 'kf' },
  'opted-out-topic': { topic: 'education' },
  'in-quiet-hours': { from: '21:00', to: '08:00' },
  'outside-preferred-hour': { from: '12:00', to: '13:00' },
  'too-late': { hours: 24 },
  'content-missing': { content: 'hello' },
  sent: { channel: 'sms' },
  'accepted-by-channel': { channel: 'kf' },
  'delivery-failed': { why: '13' },
  'channel-error': { why: '95001' },
  'handed-to-person': { why: 'kf-window-closed' },
}
/** No braces, no undefined, nothing before a comma or between brackets that should have been there. */
const hole = /[{}]|undefined|null|（）|「」|\(\)|：$|: ?$|^–|[ ]–|– | {2}|, ?$|^ | $/

describe.each(reasonCode.options)('%s', (code) => {
  const own = params[code] ?? {}
  it('reads in both languages, every parameter in it', () => {
    const { zh, en } = reasonText({ code, params: own })
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    for (const text of [zh, en]) expect(text).not.toMatch(hole)
    for (const [name, value] of Object.entries(own))
      if (!['status', 'channel', 'topic', 'why'].includes(name)) expect(zh).toContain(String(value))
  })
  it('has no hole when its parameters are not known, nor as the why of another', () => {
    for (const reason of [
      { code, params: {} },
      { code: 'handed-to-person' as const, params: { why: code } },
      { code: 'handed-to-person' as const, params: { ...own, why: code } },
      { code: 'delivery-failed' as const, params: { why: code } },
    ]) {
      const { zh, en } = reasonText(reason)
      for (const text of [zh, en]) expect(text).not.toMatch(hole)
    }
  })
})

describe('reasonText', () => {
  it.each([
    ['consent-outdated', '同意的是旧版（1），现行 2 版，请人工联系', 'Consent is to version 1, the current one is 2'],
    ['in-quiet-hours', '在安静时段 21:00–08:00', 'In quiet hours 21:00–08:00'],
    ['opted-out-topic', '患者退订了「科教」', 'The patient opted out of education'],
    ['enrolment-not-active', '已不在管（暂停）', 'Enrolment is not active (paused)'],
    ['too-late', '过了有效期（到点后 24 小时）', 'Its window of 24 h after due has passed'],
    ['handed-to-person', '转人工：微信客服 48 小时窗口已关', 'Handed to a person: The 48-hour kf window is closed'],
    ['delivery-failed', '没有送达：13', 'Not delivered: 13'],
  ] as const)('%s', (code, zh, en) => {
    expect(reasonText({ code, params: params[code] ?? {} })).toEqual({ zh, en })
  })

  it('fills the parameters of a why in where they came along', () => {
    const code = 'handed-to-person'
    expect(reasonText({ code, params: { why: 'opted-out-channel', channel: 'sms' } }).zh).toBe('转人工：患者退订了短信')
    expect(reasonText({ code, params: { why: 'opted-out-channel' } }).zh).toBe('转人工：患者退订了这个渠道')
    expect(reasonText({ code, params: { why: 'consent-outdated' } })).toEqual({
      zh: '转人工：同意的是旧版',
      en: 'Handed to a person: Consent is to an older version',
    })
  })

  it('has a word for every channel, topic and status', () => {
    const words = [
      ...channelName.options.map((channel) => reasonText({ code: 'sent', params: { channel } })),
      ...topic.options.map((name) => reasonText({ code: 'opted-out-topic', params: { topic: name } })),
      ...enrolmentStatus.options
        .filter((status) => status !== 'enrolled')
        .map((status) => reasonText({ code: 'enrolment-not-active', params: { status } })),
    ]
    for (const { zh } of words) expect(zh).not.toMatch(/[a-z]/i)
    expect(new Set(words.map(({ en }) => en)).size).toBe(words.length)
  })
})
