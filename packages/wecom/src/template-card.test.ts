import { type TemplateCard, templateCardSchema, templateCardUpdateSchema } from './template-card'

const notice = {
  card_type: 'text_notice',
  main_title: { title: '待您回复' },
  card_action: { type: 1, url: 'https://x' },
} as const satisfies TemplateCard
const buttons = {
  card_type: 'button_interaction',
  main_title: { title: '新转接', desc: '等待 3 分钟' },
  task_id: 'handover-1@a_b',
  button_list: [{ text: '我来接待', style: 1, key: 'take' }],
} as const satisfies TemplateCard

const problem = (schema: typeof templateCardSchema | typeof templateCardUpdateSchema, card: object) => {
  const parsed = schema.safeParse(card)
  return parsed.success ? 'accepted' : parsed.error.issues[0]!.path.join('.')
}
const button = (n: number) => ({ text: `${n}`, key: `k${n}` })
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

const full: TemplateCard = {
  ...buttons,
  source: { icon_url: 'https://i', desc: '随行', desc_color: 2 },
  action_menu: { desc: '更多', action_list: many(3, (n) => ({ text: `${n}`, key: `m${n}` })) },
  quote_area: { type: 2, appid: 'wx1', pagepath: 'pages/a.html', title: 't', quote_text: 'q' },
  sub_title_text: '字',
  horizontal_content_list: [
    { keyname: '科室', value: '内分泌科' },
    { type: 0, keyname: '无值' },
    { type: 1, keyname: 'k', url: 'https://x' },
    { type: 2, keyname: 'k', value: 'a.pdf', media_id: 'M' },
    { type: 3, keyname: 'k', value: '查看', userid: 'zhang' },
    { keyname: 'k' },
  ],
  card_action: { type: 2, appid: 'wx1' },
  button_selection: {
    question_key: 'q',
    title: '结果',
    option_list: many(10, (n) => ({ id: `o${n}`, text: `${n}` })),
    selected_id: 'o1',
  },
  button_list: many(6, button),
}

describe('accepted', () => {
  it.each<[string, TemplateCard]>([
    ['a notice', notice],
    [
      'a notice with its text alone',
      { card_type: 'text_notice', sub_title_text: 's', card_action: notice.card_action },
    ],
    [
      'a notice with everything',
      {
        ...notice,
        emphasis_content: { title: '3.1', desc: 'mmol/L' },
        jump_list: many(3, () => ({ title: 't' })),
        action_menu: full.action_menu,
        task_id: 't',
      },
    ],
    ['buttons', buttons],
    ['buttons with everything', full],
    ['keys of 1024 bytes', { ...buttons, button_list: [{ text: 'a', key: 'k'.repeat(1024) }] }],
  ])('%s', (_, card) => expect(problem(templateCardSchema, card)).toBe('accepted'))

  it('a task id of any allowed sign up to 128', () => {
    for (const task_id of ['a', 'A-Z_0@', 'x'.repeat(128)])
      expect(problem(templateCardSchema, { ...buttons, task_id })).toBe('accepted')
  })
})

describe('refused', () => {
  it.each<[string, object]>([
    ['card_type', { ...notice, card_type: 'news_notice' }],
    ['main_title.title', { card_type: 'text_notice', main_title: { desc: 'd' }, card_action: notice.card_action }],
    ['card_action', { card_type: 'text_notice', main_title: { title: 't' } }],
    ['card_action.type', { ...notice, card_action: { type: 0 } }],
    ['card_action.url', { ...notice, card_action: { type: 1 } }],
    ['card_action.appid', { ...notice, card_action: { type: 2, pagepath: 'a' } }],
    ['jump_list', { ...notice, jump_list: many(4, () => ({ title: 't' })) }],
    ['task_id', { ...notice, action_menu: full.action_menu }],
    ['action_menu.action_list', { ...notice, task_id: 't', action_menu: { action_list: [] } }],
    ['action_menu.action_list', { ...notice, task_id: 't', action_menu: { action_list: many(4, button) } }],
    ['action_menu.action_list', { ...notice, task_id: 't', action_menu: { action_list: [button(1), button(1)] } }],
    ['', { ...notice, button_list: buttons.button_list }],
    ['main_title', { ...buttons, main_title: undefined }],
    ['task_id', { ...buttons, task_id: undefined }],
    ['task_id', { ...buttons, task_id: '' }],
    ['task_id', { ...buttons, task_id: 'x'.repeat(129) }],
    ['task_id', { ...buttons, task_id: '转接' }],
    ['task_id', { ...buttons, task_id: 'a b' }],
    ['task_id', { ...buttons, task_id: 'a\n' }],
    ['button_list', { ...buttons, button_list: [] }],
    ['button_list', { ...buttons, button_list: many(7, button) }],
    ['button_list', { ...buttons, button_list: [button(1), button(1)] }],
    ['button_list.0.style', { ...buttons, button_list: [{ ...button(1), style: 5 }] }],
    ['button_list.0.key', { ...buttons, button_list: [{ text: 'a', key: '字'.repeat(342) }] }],
    ['source.desc_color', { ...buttons, source: { desc_color: 4 } }],
    ['horizontal_content_list', { ...buttons, horizontal_content_list: many(7, () => ({ keyname: 'k' })) }],
    ['horizontal_content_list.0', { ...buttons, horizontal_content_list: [{ type: 1, keyname: 'k' }] }],
    ['horizontal_content_list.0', { ...buttons, horizontal_content_list: [{ type: 2, keyname: 'k', media_id: 'M' }] }],
    ['button_selection.option_list', { ...full, button_selection: { question_key: 'q', option_list: [] } }],
    [
      'button_selection.option_list',
      { ...full, button_selection: { question_key: 'q', option_list: many(11, (n) => ({ id: `${n}`, text: 't' })) } },
    ],
    [
      'button_selection.option_list.0.id',
      { ...full, button_selection: { question_key: 'q', option_list: [{ id: 'x'.repeat(129), text: 't' }] } },
    ],
    [
      'button_selection.option_list',
      { ...full, button_selection: { question_key: 'q', option_list: many(2, () => ({ id: 'o', text: 't' })) } },
    ],
  ])('%s %#', (path, card) => expect(problem(templateCardSchema, card)).toBe(path))
})

describe('what a card becomes', () => {
  const { task_id: _, ...plain } = buttons
  it('has no task of its own and may grey its buttons out', () => {
    expect(problem(templateCardUpdateSchema, { ...plain, replace_text: '王医生已接待' })).toBe('accepted')
    expect(problem(templateCardUpdateSchema, { ...notice, sub_title_text: '已接待' })).toBe('accepted')
    expect(problem(templateCardUpdateSchema, buttons)).toBe('')
    expect(problem(templateCardUpdateSchema, { ...notice, replace_text: 'x' })).toBe('')
    expect(problem(templateCardUpdateSchema, { card_type: 'text_notice', card_action: notice.card_action })).toBe(
      'main_title.title',
    )
  })
})
