/**
 * The fixed demo world. Everything a product host, a test or a picture needs to know about it before it starts:
 * the same names, ids and keys on every machine. None of these are real credentials.
 */
export const demo = {
  seed: 'suixing-demo',
  /** 10:00 on a Monday in Shanghai. */
  firstInstant: '2026-11-23T02:00:00.000Z',
  corp: {
    name: '江滨医院',
    corpid: 'ww5a1d0c0b7e2f4a68',
    agentid: 1000002,
    agentName: '随行',
    corpsecret: 'd3m0Sx7vQ2rLk9TgYb5NcW8uZpEaHfJ1iOsUwXyR4tM',
    callbackToken: 'Sx5uixingDemoCallbackToken26',
    encodingAesKey: 'skxlufEHWiuJYSEo57C8mYOWq3YIEnIYjrUnmuQIfcY',
  },
  members: [
    { userid: 'linzhiyuan', name: '林致远', position: '主治医师' },
    { userid: 'chensiyuan', name: '陈思远', position: '副主任医师 · 值班医生' },
    { userid: 'zhouning', name: '周宁', position: '健康管理师' },
    { userid: 'hejing', name: '何静', position: '护理助理' },
    { userid: 'xuke', name: '许可', position: '项目运营' },
  ],
  miniPrograms: {
    patient: {
      appid: 'wx8d2f6b1c3a4e5f70',
      secret: '5f1c9b7e3a2d4068b1d7c9e0f3a58264',
      name: '随行',
      linkedToCorp: true,
      /** Of its message push, should a callback url be set. */
      callbackToken: 'Sx5PatientMessagePushToken26',
      encodingAesKey: 'pT7vKq2RzX9mLc4WdYb6NsHgUeJaFo1iQkBtMwCxEr3',
    },
    physician: {
      appid: 'wx1f3e5d7c9b8a6042',
      secret: 'a90e4c7b2d6f41835c0b9e7d1f3a6248',
      name: '随行医生',
      linkedToCorp: true,
      callbackToken: 'Sx5PhysicianMessagePushTok26',
      encodingAesKey: 'hN3wYc8JfQ5sTz1VgKm7RbXdLpUeAo2iZkCvBtMxEr6',
    },
  },
  users: [
    { key: 'wangxiulan', name: '王秀兰', gender: 2 },
    { key: 'zhaoguoqiang', name: '赵国强', gender: 1 },
    { key: 'limin', name: '李敏', gender: 2 },
    { key: 'liujianmin', name: '刘建民', gender: 1 },
  ],
  kf: {
    openKfid: 'wkJbYyAAAAsx2uixing24hAssistant7Q',
    name: '随行助手',
    servicers: ['zhouning', 'chensiyuan', 'hejing'],
  },
  /** One-time subscribe templates of the patient mini-program; the keys carry their WeChat value type as a prefix. */
  templates: [
    { id: 'Sx1VisitReminderTemplate0000000000000000001', title: '复诊提醒', keys: ['thing1', 'time2', 'thing3'] },
    { id: 'Sx2MeasureReminderTemplate00000000000000002', title: '测量提醒', keys: ['thing1', 'time2', 'thing3'] },
    { id: 'Sx3FollowUpTemplate000000000000000000000003', title: '随访提醒', keys: ['thing1', 'time2', 'thing3'] },
    { id: 'Sx4ReplyTemplate000000000000000000000000004', title: '医护回复通知', keys: ['name1', 'time2', 'thing3'] },
  ],
} as const
