/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { conversationFixture } from '../../testing/conversation-fixture'
import { FixtureError } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'

const path = '/conversations/talk-wang'
const side = async () => within(await screen.findByLabelText('患者与处理'))
const moves = (requests: ReturnType<typeof renderConsole>['requests']) =>
  requests
    .filter(({ method, body }) => method === 'POST' && (body as { action?: string }).action !== 'read')
    .map(({ path: at, body }) => [at.replace('/api/console/conversations/talk-wang', ''), body])
/** Presses a button once it may be pressed: none may while an action is on its way. */
const press = async (words: string) => {
  const button = (await screen.findByText(words)).closest('button')!
  await waitFor(() => expect(button.disabled).toBe(false))
  fireEvent.click(button)
}
const choose = async (name: string, option: RegExp | string) => {
  fireEvent.mouseDown((await side()).getByRole('combobox', { name }))
  fireEvent.click((await screen.findAllByText(option)).at(-1)!)
}

it('says why, since when, who was told and who is next', async () => {
  renderConsole(path)
  const handOver = (await side()).getByRole('region', { name: '转人工' }).textContent
  for (const words of [
    '智能助手拿不准',
    '“我这两天脚有点麻，要紧吗”',
    '等了 36 分钟',
    '已告诉 周宁、何静',
    '还有 24 分钟',
  ])
    expect(handOver).toContain(words)
  const summary = (await side()).getByRole('region', { name: '患者摘要' }).textContent
  for (const words of ['入组第 46 天', '口服药', '11.2 mmol/L', '偏高', '目标内 460 / 622 次', '餐后高'])
    expect(summary).toContain(words)
})

it('stands in red while an urgent one is not taken', async () => {
  renderConsole('/conversations/talk-zhao')
  const panel = (await side()).getByRole('region', { name: '转人工' })
  expect(panel.className).toContain('pressing')
  await press('接手')
  await waitFor(() => expect(panel.textContent).toContain('许可 已接手'))
})

it('takes over, then gives back', async () => {
  const { requests } = renderConsole(path)
  expect((await side()).queryByText('交还助手')).toBeNull()
  await press('接手')
  await press('交还助手')
  await waitFor(() =>
    expect(moves(requests)).toEqual([
      ['/actions', { action: 'take' }],
      ['/actions', { action: 'give-back' }],
    ]),
  )
})

it('passes to a colleague with a word', async () => {
  const { requests } = renderConsole(path)
  await press('转给…')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: '转给他' }).hasAttribute('disabled')).toBe(true)
  fireEvent.mouseDown(dialog.getByRole('combobox', { name: '选一位同事' }))
  fireEvent.click(await screen.findByText('健康管理师 · 在岗 · 手上 2 个'))
  fireEvent.change(dialog.getByRole('textbox', { name: '留一句话' }), { target: { value: '在等她拍照' } })
  fireEvent.click(dialog.getByRole('button', { name: '转给他' }))
  await waitFor(() =>
    expect(moves(requests)).toEqual([['/actions', { action: 'pass', to: 'staff-zhouning', note: '在等她拍照' }]]),
  )
})

it('puts the session into my own WeCom client', async () => {
  const { requests } = renderConsole(path)
  await press('企业微信客户端')
  await press('转过去')
  await waitFor(() => expect(moves(requests)).toEqual([['/actions', { action: 'to-client', to: 'staff-xu' }]]))
  expect(await screen.findByText(/许可 正在企业微信客户端里接待/)).toBeTruthy()
})

it('assigns a colleague, told apart by duty and load', async () => {
  const { requests } = renderConsole(path)
  await choose('负责人', '随访护士 · 在岗 · 手上 5 个')
  await waitFor(() => expect(moves(requests)).toEqual([['/assignee', { to: 'staff-he' }]]))
})

it('adds a label in use', async () => {
  const { requests } = renderConsole(path)
  await choose('加标记', '复诊')
  await waitFor(() => expect(moves(requests)).toEqual([['/actions', { action: 'label', labels: ['足部', '复诊'] }]]))
})

it('snoozes until the next working day of the programme, and takes it back', async () => {
  const { requests } = renderConsole(path)
  await press('搁置')
  fireEvent.click(await screen.findByText('下个工作日上班 · 明天 08:00'))
  await press('已搁置到明天 08:00，取回')
  await waitFor(() =>
    expect(moves(requests)).toEqual([
      ['/actions', { action: 'snooze', until: '2026-11-25T00:00:00.000Z' }],
      ['/actions', { action: 'snooze', until: null }],
    ]),
  )
})

it('says that a colleague was quicker, and shows what they did', async () => {
  const { answer } = renderConsole(path, { consoleAct: () => new FixtureError('taken-by-other') })
  await side()
  answer({
    consoleConversation: () => ({
      ...conversationFixture,
      cursor: 'talk-2',
      conversation: {
        ...conversationFixture.conversation!,
        state: 'person',
        assignedTo: { id: 'staff-he', name: '何静', title: '随访护士' },
      },
    }),
  })
  await press('接手')
  expect(await screen.findByText('已有同事在回这位患者')).toBeTruthy()
  expect(await screen.findByText('改由我接手')).toBeTruthy()
})
