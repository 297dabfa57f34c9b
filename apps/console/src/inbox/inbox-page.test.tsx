/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { inboxFixture } from '../../testing/conversation-fixture'
import { FixtureError } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { draftStore } from '../composer/draft-store'

const path = '/conversations/talk-wang'
const list = async () => within(await screen.findByRole('region', { name: '对话列表' }))
const rows = () => [...document.querySelectorAll('a.inbox-row')].map((row) => row.getAttribute('href'))
const field = () => screen.findByLabelText<HTMLTextAreaElement>('回复患者', { selector: 'textarea' })

afterEach(() => draftStore.forget())

it('lists who waits with words for urgency, waiting and unread, and counts every filter', async () => {
  renderConsole('/conversations')
  const urgent = (await (await list()).findByText('赵国强')).closest('a')!
  for (const words of ['紧急', '等了 7 分钟', '问：胸口闷，一直出汗', '未分配'])
    expect(urgent.textContent).toContain(words)
  expect(within(urgent).getByLabelText('2 条未读')).toBeTruthy()
  expect((await list()).getByText('还没认出的微信用户')).toBeTruthy()
  const chips = within(screen.getByRole('group', { name: '筛选' })).getAllByRole('button')
  expect(chips.map(({ textContent }) => textContent)).toEqual(['等待中3', '我的1', '未分配3', '已搁置1', '全部6'])
  expect(screen.getByLabelText('3 位在等，有紧急的').textContent).toBe('3')
})

it('filters by the address and keeps the filter when a conversation is opened', async () => {
  const { router } = renderConsole('/conversations')
  fireEvent.click(await screen.findByText('已搁置'))
  expect(await screen.findByText(/搁置到明天 08:00/)).toBeTruthy()
  fireEvent.click(screen.getByText('刘建国'))
  await screen.findByLabelText('对话内容')
  expect(router.state.location.pathname + router.state.location.search).toBe('/conversations/talk-liu?filter=snoozed')
})

it('asks only for what changed, and lets the waiting grow by the clock of an unchanged answer', async () => {
  const { requests, answer } = renderConsole('/conversations')
  await screen.findByText('等了 7 分钟')
  answer({
    consoleInbox: ({ query }) => ({
      ...inboxFixture(query),
      unchanged: true,
      rows: [],
      cursor: 'inbox-1',
      now: '2026-11-24T02:49:00.000Z',
    }),
  })
  expect(await screen.findByText('等了 8 分钟')).toBeTruthy()
  const polls = requests.filter(
    ({ path: at, query }) => at === '/api/console/conversations' && query.get('limit') === null,
  )
  expect(polls.at(-1)?.query.get('since')).toBe('inbox-1')
})

it('never puts a name or words into the address of the page', async () => {
  const { router, requests } = renderConsole('/conversations?filter=all')
  fireEvent.change(await screen.findByLabelText('找名字或说过的话'), { target: { value: '王秀兰' } })
  await waitFor(() => expect(requests.some(({ query }) => query.get('q') === '王秀兰')).toBe(true))
  await waitFor(() => expect(rows()).toEqual(['/conversations/talk-wang?filter=all']))
  expect(router.state.location.search).toBe('?filter=all')
})

it('finds words in messages, marks them, and opens the conversation at the message', async () => {
  renderConsole('/conversations?filter=all')
  fireEvent.change(await screen.findByLabelText('找名字或说过的话'), { target: { value: '脚有点麻' } })
  fireEvent.click(await screen.findByText('消息'))
  const hits = await screen.findAllByText('脚有点麻', { selector: 'mark' })
  expect(hits).toHaveLength(2)
  fireEvent.click(hits[0]!)
  await screen.findByLabelText('对话内容')
  expect(document.querySelector('.bubble-row.marked')?.id).toBe('message-m3')
})

it('moves by j and k, and to the reply by r, unless somebody is writing', async () => {
  renderConsole(path)
  await field()
  fireEvent.keyDown(document.body, { key: 'k' })
  expect(document.activeElement?.textContent).toContain('赵国强')
  fireEvent.keyDown(document.activeElement!, { key: 'j' })
  fireEvent.keyDown(document.activeElement!, { key: 'j' })
  expect(document.activeElement?.getAttribute('href')).toBe('/conversations/talk-stranger')
  fireEvent.keyDown(document.activeElement!, { key: 'r' })
  expect(document.activeElement).toBe(await field())
  fireEvent.keyDown(document.activeElement!, { key: 'j' })
  expect(document.activeElement).toBe(await field())
})

it('says that a conversation is out of reach', async () => {
  renderConsole(path, { consoleConversation: () => new FixtureError('forbidden') })
  expect((await screen.findByRole('alert')).textContent).toContain('您没有权限看这一页')
})

it('says that nobody waits', async () => {
  renderConsole('/conversations', {
    consoleInbox: () => ({
      ...inboxFixture(new URLSearchParams()),
      rows: [],
      counts: { waiting: 0, mine: 0, all: 0, unread: 0 },
    }),
  })
  expect(await screen.findByText('没有人在等')).toBeTruthy()
  expect(screen.queryByLabelText(/位在等/)).toBeNull()
})
