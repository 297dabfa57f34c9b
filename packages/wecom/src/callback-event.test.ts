import { XMLParser } from 'fast-xml-parser'
import { callbackEvent } from './callback-event'
import { encryptedValue, xmlFields } from './callback-xml'
import { CallbackRefused } from './callback-refused'

const typed = (inner: string) =>
  callbackEvent(
    xmlFields(
      `<xml><ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1403610513</CreateTime><MsgType><![CDATA[event]]></MsgType>${inner}</xml>`,
    ),
  )
const element = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`
const elements = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => element(name, value))
    .join('')

const pair = { Event: 'change_external_contact', UserID: 'zhang', ExternalUserID: 'wmA' }

describe('external contact', () => {
  it.each([
    [{ ...pair, ChangeType: 'add_external_contact', State: 'ch1', WelcomeCode: 'WC' }],
    [{ ...pair, ChangeType: 'add_external_contact' }],
    [{ ...pair, ChangeType: 'add_half_external_contact', State: '0012', WelcomeCode: 'WC' }],
    [{ ...pair, ChangeType: 'edit_external_contact' }],
    [{ ...pair, ChangeType: 'del_external_contact', Source: 'DELETE_BY_TRANSFER' }],
    [{ ...pair, ChangeType: 'del_follow_user' }],
    [{ ...pair, ChangeType: 'transfer_fail', FailReason: 'customer_refused' }],
    [{ ...pair, ChangeType: 'msg_audit_approved', WelcomeCode: 'WC' }],
  ])('%j', (values) => expect(typed(elements(values))).toEqual(values))

  it('treats an empty State or WelcomeCode as absent', () =>
    expect(typed(elements({ ...pair, ChangeType: 'add_external_contact', State: '', WelcomeCode: '' }))).toEqual({
      ...pair,
      ChangeType: 'add_external_contact',
    }))

  it('keeps one whose member is missing, by name and with the problem', () =>
    expect(typed(elements({ Event: pair.Event, ChangeType: 'del_follow_user', ExternalUserID: 'wmA' }))).toEqual({
      Event: 'unknown',
      name: 'change_external_contact.del_follow_user',
      problems: ['UserID'],
    }))
})

it.each([
  [{ Event: 'change_external_tag', Id: 'et1', TagType: 'tag', ChangeType: 'delete', StrategyId: '1' }],
  [{ Event: 'change_external_tag', Id: 'et1', TagType: 'tag_group', ChangeType: 'shuffle' }],
  [{ Event: 'kf_msg_or_event', Token: 'ENC', OpenKfId: 'wk1' }],
])('types %j', (values) => expect(typed(elements(values))).toEqual(values))

it.each(['subscribe', 'unsubscribe'])('%s names the member', (Event) =>
  expect(typed(elements({ Event }))).toEqual({ Event, FromUserName: 'sys' }),
)

describe('repeated elements', () => {
  const update = { Event: 'change_external_chat', ChatId: 'wr1', ChangeType: 'update', UpdateDetail: 'add_member' }

  it.each([[['a']], [['a', 'b']]])('Item %j is a list', (items) => {
    const list = `<MemChangeCnt>${items.length}</MemChangeCnt><MemChangeList>${items.map((item) => element('Item', item)).join('')}</MemChangeList>`
    expect(typed(elements({ ...update, LastMemVer: 'v1', CurMemVer: 'v2' }) + list)).toEqual({
      ...update,
      LastMemVer: 'v1',
      CurMemVer: 'v2',
      MemChangeCnt: items.length,
      MemChangeList: { Item: items },
    })
  })

  it('kf accounts are lists, also when one or none is named', () => {
    const Event = 'kf_account_auth_change'
    expect(typed(elements({ Event, AuthAddOpenKfId: 'wk1' }))).toEqual({
      Event,
      AuthAddOpenKfId: ['wk1'],
      AuthDelOpenKfId: [],
    })
    expect(typed(elements({ Event }) + element('AuthDelOpenKfId', 'wk1') + element('AuthDelOpenKfId', 'wk2'))).toEqual({
      Event,
      AuthAddOpenKfId: [],
      AuthDelOpenKfId: ['wk1', 'wk2'],
    })
  })
})

describe('template card', () => {
  const click = {
    Event: 'template_card_event',
    EventKey: 'take',
    TaskId: 'handover-1',
    CardType: 'button_interaction',
    ResponseCode: 'RC',
  }
  const agent = '<AgentID>7</AgentID>'

  it.each(['template_card_event', 'template_card_menu_event'])('%s names who clicked what', (Event) =>
    expect(typed(elements({ ...click, Event }) + agent)).toEqual({ ...click, Event, FromUserName: 'sys', AgentID: 7 }),
  )

  const item = (question: string, ...options: string[]) =>
    `<SelectedItem>${element('QuestionKey', question)}<OptionIds>${options.map((id) => element('OptionId', id)).join('')}</OptionIds></SelectedItem>`

  it.each([
    [item('q', 'a'), [['q', ['a']]]],
    [item('q', 'a', 'b'), [['q', ['a', 'b']]]],
    [
      item('q', 'a') + item('r'),
      [
        ['q', ['a']],
        ['r', []],
      ],
    ],
  ])('lists what was chosen %#', (items, chosen) =>
    expect(typed(elements(click) + `<SelectedItems>${items}</SelectedItems>`)).toMatchObject({
      SelectedItems: {
        SelectedItem: chosen.map(([QuestionKey, OptionId]) => ({ QuestionKey, OptionIds: { OptionId } })),
      },
    }),
  )

  it('with nothing chosen has no list', () =>
    expect(typed(elements(click) + '<SelectedItems></SelectedItems>')).toMatchObject({ SelectedItems: undefined }))

  it.each(['EventKey', 'TaskId'])('without %s is kept with its problem', (missing) => {
    const { [missing as 'TaskId']: _, ...rest } = click
    expect(typed(elements(rest))).toEqual({ Event: 'unknown', name: 'template_card_event', problems: [missing] })
  })

  it('a visit to the app is no problem', () =>
    expect(typed(elements({ Event: 'enter_agent', EventKey: '' }) + agent)).toEqual({
      Event: 'enter_agent',
      FromUserName: 'sys',
      AgentID: 7,
    }))
})

describe('what we do not know is kept', () => {
  it.each([
    [elements({ Event: 'moon_landing' }), 'moon_landing'],
    [elements({ Event: 'change_contact', ChangeType: 'create_user' }), 'change_contact.create_user'],
    ['', 'event'],
  ])('%s', (inner, name) => expect(typed(inner)).toEqual({ Event: 'unknown', name, problems: [] }))

  it('a new ChangeType of a known event', () =>
    expect(typed(elements({ ...pair, ChangeType: 'cut_external_contact' }))).toMatchObject({
      Event: 'unknown',
      name: 'change_external_contact.cut_external_contact',
    }))

  it('two Event elements', () =>
    expect(typed(elements({ Event: 'subscribe' }) + element('Event', 'unsubscribe'))).toMatchObject({ name: 'event' }))
})

describe('XML', () => {
  it('keeps numbers, leading zeros and entities as text', () =>
    expect(xmlFields('<xml><A>007</A><B>1e3</B><C>&lt;&amp;</C><D a="1">x</D></xml>')).toEqual({
      A: '007',
      B: '1e3',
      C: '&lt;&amp;',
      D: 'x',
    }))

  it('lets CDATA hold markup that a person typed', () =>
    expect(xmlFields('<xml><A><![CDATA[<!DOCTYPE x><b>&x;</b>]]></A></xml>')).toEqual({ A: '<!DOCTYPE x><b>&x;</b>' }))

  it.each(['constructor', '__proto__', 'prototype'])('refuses an element named %s', (name) =>
    expect(() => xmlFields(`<xml><${name}><polluted>1</polluted></${name}></xml>`)).toThrow(CallbackRefused),
  )

  it.each(['<xml></xml>', '<xml><Encrypt></Encrypt></xml>', '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>'])(
    'refuses %s as an envelope',
    (xml) => expect(() => encryptedValue(xml)).toThrow(CallbackRefused),
  )

  it.each(['<![CDATA[', '<a/>', ' b="c"', '<!--', '&x;'])('lets no envelope full of %s reach the parser', (unit) => {
    const parse = jest.spyOn(XMLParser.prototype, 'parse')
    const hostile = `<xml>${unit.repeat(200_000)}</xml>`
    expect(() => encryptedValue(hostile)).toThrow(CallbackRefused)
    expect(parse).not.toHaveBeenCalled()
    parse.mockRestore()
  })

  it('refuses a hundred thousand open CDATA sections in one pass', () =>
    expect(() => xmlFields(`<xml>${'<![CDATA['.repeat(100_000)}</xml>`)).toThrow(CallbackRefused))

  it('refuses deep nesting', () =>
    expect(() => xmlFields(`<xml>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</xml>`)).toThrow(CallbackRefused))
})
