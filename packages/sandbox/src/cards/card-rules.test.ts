import { buttonsCard, noticeCard } from '../testing/card'
import { readCard } from './card-rules'

const errcode = (card: object): number => {
  try {
    readCard(card)
    return 0
  } catch (error) {
    return (error as { errcode: number }).errcode
  }
}
const button = { text: '好', key: 'a' }
const options = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ id: `${n}`, text: `${n}` }))
const vote = {
  card_type: 'vote_interaction',
  main_title: { title: '满意吗' },
  checkbox: { question_key: 'q', option_list: options(2) },
  submit_button: { text: '提交', key: 's' },
}
const select = {
  card_type: 'multiple_interaction',
  main_title: { title: '安排' },
  select_list: [{ question_key: 'q', option_list: options(2) }],
  submit_button: { text: '提交', key: 's' },
}
const news = { ...noticeCard, card_type: 'news_notice', card_image: { url: 'https://a.test/p.png' } }

describe('a template card', () => {
  it.each([buttonsCard, noticeCard, vote, select, news])('is taken: $card_type', (card) => {
    expect(errcode(card)).toBe(0)
  })

  it.each([
    [42031, { card_type: 'dance' }],
    [42033, { ...noticeCard, main_title: {} }],
    [42033, { ...buttonsCard, main_title: undefined }],
    [42045, { ...noticeCard, card_action: undefined }],
    [42045, { ...noticeCard, card_action: { type: 0 } }],
    [42028, { ...noticeCard, card_action: { type: 1 } }],
    [42030, { ...noticeCard, card_action: { type: 2 } }],
    [42044, { ...news, card_image: undefined }],
    [42035, { ...buttonsCard, horizontal_content_list: Array(7).fill({ keyname: 'a' }) }],
    [42027, { ...buttonsCard, horizontal_content_list: [{ value: 'a' }] }],
    [42028, { ...buttonsCard, horizontal_content_list: [{ keyname: 'a', type: 1 }] }],
    [42029, { ...buttonsCard, horizontal_content_list: [{ keyname: 'a', type: 2 }] }],
    [42050, { ...buttonsCard, horizontal_content_list: [{ keyname: 'a', type: 3 }] }],
    [42036, { ...news, vertical_content_list: Array(5).fill({ title: 'a' }) }],
    [42042, { ...noticeCard, jump_list: Array(4).fill({ title: 'a' }) }],
    [42033, { ...noticeCard, jump_list: [{ type: 1, url: 'https://a' }] }],
    [42051, { ...noticeCard, action_menu: { action_list: [button, button] } }],
    [40058, { ...noticeCard, action_menu: { action_list: [] } }],
    [40058, { ...buttonsCard, button_list: Array.from({ length: 7 }, (_, n) => ({ text: 'a', key: `${n}` })) }],
    [40058, { ...buttonsCard, button_list: [] }],
    [40058, { ...buttonsCard, button_list: [{ ...button, style: 5 }] }],
    [42038, { ...buttonsCard, button_list: [{ key: 'a' }] }],
    [42039, { ...buttonsCard, button_list: [{ text: 'a' }] }],
    [42039, { ...buttonsCard, button_list: [button, button] }],
    [42039, { ...buttonsCard, button_list: [{ text: 'a', key: 'x'.repeat(1025) }] }],
    [42043, { ...buttonsCard, button_selection: { option_list: options(1) } }],
    [42037, { ...buttonsCard, button_selection: { question_key: 'q', option_list: options(11) } }],
    [42040, { ...buttonsCard, button_selection: { question_key: 'q', option_list: [{ text: 'a' }] } }],
    [42041, { ...buttonsCard, button_selection: { question_key: 'q', option_list: [{ id: 'a' }] } }],
    [42037, { ...vote, checkbox: { question_key: 'q', option_list: options(21) } }],
    [42049, { ...vote, submit_button: { key: 's' } }],
    [42046, { ...vote, submit_button: { text: '提交' } }],
    [42047, { ...select, select_list: [] }],
  ])('is refused with %d: %j', (expected, card) => {
    expect(errcode(card)).toBe(expected)
  })
})
