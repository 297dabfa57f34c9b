import * as fc from 'fast-check'
import { createCallbackCipher } from './callback-cipher'
import { cardReplyXml } from './callback-reply'
import { encryptedValue, xmlFields } from './callback-xml'

const at = new Date('2026-01-01T00:00:00.900Z')
const reply = (change: Parameters<typeof cardReplyXml>[0]['change']) =>
  cardReplyXml({ to: 'zhang', corpId: 'ww1', at, change })

it('greys out the button of who clicked', () =>
  expect(reply({ replaceName: '王医生已接待' })).toBe(
    '<xml><ToUserName><![CDATA[zhang]]></ToUserName><FromUserName><![CDATA[ww1]]></FromUserName>' +
      '<CreateTime>1767225600</CreateTime><MsgType><![CDATA[update_button]]></MsgType>' +
      '<Button><ReplaceName><![CDATA[王医生已接待]]></ReplaceName></Button></xml>',
  ))

describe('another card', () => {
  it('carries every field under the name of document 90241', () =>
    expect(
      xmlFields(
        reply({
          card: {
            card_type: 'button_interaction',
            source: { icon_url: 'i', desc: 'd', desc_color: 3 },
            main_title: { title: 't', desc: 'd' },
            sub_title_text: 's',
            horizontal_content_list: [
              { keyname: 'k', value: 'v' },
              { type: 1, keyname: 'k', url: 'u' },
              { type: 2, keyname: 'k', value: 'a.pdf', media_id: 'M' },
              { type: 3, keyname: 'k', userid: 'li' },
            ],
            card_action: { type: 2, appid: 'wx1', pagepath: 'p' },
            quote_area: { type: 2, appid: 'wx1', pagepath: 'p', title: 't', quote_text: 'q' },
            action_menu: {
              desc: 'd',
              action_list: [
                { text: 'a', key: 'A' },
                { text: 'b', key: 'B' },
              ],
            },
            button_selection: {
              question_key: 'q',
              title: 't',
              option_list: [{ id: 'o', text: 't' }],
              selected_id: 'o',
            },
            button_list: [{ text: 'b', style: 1, key: 'k' }],
            replace_text: '已接待',
          },
        }),
      ),
    ).toEqual({
      ToUserName: 'zhang',
      FromUserName: 'ww1',
      CreateTime: '1767225600',
      MsgType: 'update_template_card',
      TemplateCard: {
        CardType: 'button_interaction',
        Source: { IconUrl: 'i', Desc: 'd', DescColor: '3' },
        MainTitle: { Title: 't', Desc: 'd' },
        SubTitleText: 's',
        HorizontalContentList: [
          { KeyName: 'k', Value: 'v' },
          { Type: '1', KeyName: 'k', Url: 'u' },
          { Type: '2', KeyName: 'k', Value: 'a.pdf', MediaId: 'M' },
          { Type: '3', KeyName: 'k', UserId: 'li' },
        ],
        CardAction: { Type: '2', AppId: 'wx1', PagePath: 'p' },
        QuoteArea: { Type: '2', Appid: 'wx1', PagePath: 'p', Title: 't', QuoteText: 'q' },
        ActionMenu: {
          Desc: 'd',
          ActionList: [
            { Text: 'a', Key: 'A' },
            { Text: 'b', Key: 'B' },
          ],
        },
        ButtonSelection: { QuestionKey: 'q', Title: 't', OptionList: { Id: 'o', Text: 't' }, SelectedId: 'o' },
        ButtonList: { Text: 'b', Style: '1', Key: 'k' },
        ReplaceText: '已接待',
      },
    }))

  it('may be a notice', () => {
    const card_action = { type: 1, url: 'https://x?a=1&b=2' } as const
    const card = {
      card_type: 'text_notice' as const,
      main_title: { title: 't' },
      emphasis_content: { title: '3.1' },
      jump_list: [{ title: 'j', ...card_action }],
      card_action,
    }
    expect(xmlFields(reply({ card }))['TemplateCard']).toEqual({
      CardType: 'text_notice',
      MainTitle: { Title: 't' },
      EmphasisContent: { Title: '3.1' },
      JumpList: { Title: 'j', Type: '1', Url: 'https://x?a=1&b=2' },
      CardAction: { Type: '1', Url: 'https://x?a=1&b=2' },
    })
  })

  it('is held to the limits of a card', () =>
    expect(() => reply({ card: { card_type: 'text_notice', card_action: { type: 1, url: 'https://x' } } })).toThrow(
      expect.objectContaining({ code: 'limit', field: 'main_title.title' }),
    ))
})

const nameOf = (xml: string) => (xmlFields(xml)['Button'] as { ReplaceName: string }).ReplaceName

it('whatever is typed stays text', () => {
  for (const typed of [']]>', '<b>&amp;]]></xml>', ']]]]>>', 'a]]>]]>b', '<!DOCTYPE x>'])
    expect(nameOf(reply({ replaceName: typed }))).toBe(typed)
  expect(nameOf(reply({ replaceName: 'a\u0000\u0008\ufffe\u007fb' }))).toBe('ab')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      fc.pre(typed.trim() === typed && !/[\p{Cc}\ufffe\uffff]/u.test(typed))
      expect(nameOf(reply({ replaceName: typed }))).toBe(typed)
    }),
  )
})

describe('sealed', () => {
  const cipher = createCallbackCipher({
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'ww1',
  })
  const xml = reply({ replaceName: '已接待' })

  it('opens again with the same key, signature and receiver', () => {
    const sealed = cipher.seal(xml, { at, nonce: '42' })
    const { MsgSignature, TimeStamp, Nonce } = xmlFields(sealed)
    expect([TimeStamp, Nonce]).toEqual(['1767225600', '42'])
    const query = { msg_signature: MsgSignature, timestamp: TimeStamp, nonce: Nonce }
    expect(cipher.open({ query, body: sealed }).xml).toBe(xml)
    expect(() => cipher.open({ query: { ...query, nonce: '43' }, body: sealed })).toThrow(
      expect.objectContaining({ code: 'signature' }),
    )
  })

  it('never twice the same', () => {
    const [one, two] = [cipher.seal(xml, { at }), cipher.seal(xml, { at })]
    expect(encryptedValue(one)).not.toBe(encryptedValue(two))
    expect(xmlFields(one)['Nonce']).toMatch(/^\d{10}$/)
    expect(xmlFields(one)['Nonce']).not.toBe(xmlFields(two)['Nonce'])
  })
})
