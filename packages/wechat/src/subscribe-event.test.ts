import { pushFields } from './push-fields'
import { subscribeEvent } from './subscribe-event'

const head = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1767225600, MsgType: 'event' }
const xml = (Event: string, element: string, rows: string[]) =>
  subscribeEvent(
    pushFields(
      `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1767225600</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${Event}]]></Event><${element}>${rows.map((row) => `<List>${row}</List>`).join('')}</${element}></xml>`,
    ),
  )
const json = (Event: string, List: unknown) => subscribeEvent(pushFields(JSON.stringify({ ...head, Event, List })))
const elements = (row: Record<string, string>) =>
  Object.entries(row)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')
const pushed = { openId: 'o1', at: '2026-01-01T00:00:00.000Z' }

const accept = { TemplateId: 'T1', SubscribeStatusString: 'accept', PopupScene: '0' }
const reject = { TemplateId: 'T2', SubscribeStatusString: 'reject', PopupScene: '2' }
const popup = (...rows: object[]) => ({ ...pushed, event: 'popup', rows })
const T1 = { templateId: 'T1', status: 'accept', scene: 0 }
const T2 = { templateId: 'T2', status: 'reject', scene: 2 }

describe('popup', () => {
  const name = 'subscribe_msg_popup_event'
  it('in XML, one row or several', () => {
    expect(xml(name, 'SubscribeMsgPopupEvent', [elements(accept)])).toEqual(popup(T1))
    expect(xml(name, 'SubscribeMsgPopupEvent', [elements(accept), elements(reject)])).toEqual(popup(T1, T2))
    expect(xml(name, 'SubscribeMsgPopupEvent', [])).toEqual(popup())
  })

  it('in JSON, a bare object or a list', () => {
    expect(json(name, accept)).toEqual(popup(T1))
    expect(json(name, [accept, { ...reject, PopupScene: 2 }])).toEqual(popup(T1, T2))
    expect(json(name, undefined)).toEqual(popup())
  })

  it('leaves out a row it cannot trust and keeps the others', () =>
    expect(
      json(name, [
        { ...accept, SubscribeStatusString: 'maybe' },
        { SubscribeStatusString: 'accept' },
        'x',
        null,
        reject,
      ]),
    ).toEqual(popup(T2)))

  it('knows no scene that is no number', () =>
    expect(json(name, { ...accept, PopupScene: 'x' })).toEqual(popup({ ...T1, scene: undefined })))
})

it('change tells who withdrew', () => {
  const { PopupScene: _, ...row } = reject
  const change = { ...pushed, event: 'change', rows: [{ templateId: 'T2', status: 'reject' }] }
  expect(xml('subscribe_msg_change_event', 'SubscribeMsgChangeEvent', [elements(row)])).toEqual(change)
  expect(json('subscribe_msg_change_event', row)).toEqual(change)
})

describe('sent', () => {
  const name = 'subscribe_msg_sent_event'
  const sent = (msgId: string | undefined, errorCode = 0, errorStatus = 'success') => ({
    ...pushed,
    event: 'sent',
    rows: [{ templateId: 'T1', msgId, errorCode, errorStatus }],
  })

  it('in XML and JSON', () => {
    const row = { TemplateId: 'T1', MsgID: '1864323726461255680', ErrorCode: '0', ErrorStatus: 'success' }
    expect(xml(name, 'SubscribeMsgSentEvent', [elements(row)])).toEqual(sent('1864323726461255680'))
    expect(json(name, row)).toEqual(sent('1864323726461255680'))
    expect(json(name, [{ ...row, ErrorCode: 43101, ErrorStatus: 'user refuse' }])).toEqual(
      sent('1864323726461255680', 43101, 'user refuse'),
    )
  })

  it('gives no id rather than a rounded one', () => {
    const row = { TemplateId: 'T1', ErrorCode: 0, ErrorStatus: 'success' }
    expect(json(name, { ...row, MsgID: 42 })).toEqual(sent('42'))
    const text = `{"FromUserName":"o1","CreateTime":1767225600,"Event":"${name}","List":{"TemplateId":"T1","MsgID":1864323726461255681,"ErrorCode":0,"ErrorStatus":"success"}}`
    expect(subscribeEvent(pushFields(text))).toEqual(sent(undefined))
  })
})

it.each([
  [{ ...head, Event: 'wxa_media_check' }],
  [{ ...head, MsgType: 'text', Content: 'x' }],
  [{ ...head, Event: 'subscribe_msg_sent_event', FromUserName: '' }],
  [{ ...head, Event: 'subscribe_msg_sent_event', CreateTime: 'soon' }],
  [{}],
])('%j is none', (fields) => expect(subscribeEvent(fields)).toBeUndefined())
