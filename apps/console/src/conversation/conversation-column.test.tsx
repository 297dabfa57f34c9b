/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { conversationFixture } from '../../testing/conversation-fixture'
import { FixtureError, never } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { draftStore } from '../composer/draft-store'

const path = '/conversations/talk-wang'
const field = () => screen.findByLabelText<HTMLTextAreaElement>('回复患者', { selector: 'textarea' })
const write = (box: HTMLTextAreaElement, value: string) => {
  fireEvent.change(box, { target: { value } })
  box.setSelectionRange(value.length, value.length)
  fireEvent.select(box)
}
const posts = (requests: ReturnType<typeof renderConsole>['requests'], end: string) =>
  requests.filter(({ method, path: at }) => method === 'POST' && at.endsWith(end)).map(({ body }) => body)

afterEach(() => draftStore.forget())

it('shows every kind of message, with role, channel, FAQ, failure and what to do', async () => {
  renderConsole(path)
  const log = within(await screen.findByLabelText('对话内容'))
  for (const words of ['李明（儿子）', '这条消息已撤回', '选了这一项', '周宁 健康管理师 · 内部备注', '11月22日 周日'])
    expect(log.getByText(words)).toBeTruthy()
  expect(log.getByText('没发成：客服窗口已关')).toBeTruthy()
  expect(log.getByText(/再发一次会走小程序对话/)).toBeTruthy()
  expect(log.getByText('问答「餐后血糖目标」第 4 版')).toBeTruthy()
  expect(log.getByText('6″ · 9 KB · 下载后打开').closest('a')?.getAttribute('href')).toBe('/fixture/file')
  expect(log.queryByText('[撤回]')).toBeNull()
  fireEvent.click(log.getByRole('button', { name: '再发一次' }))
  expect((await field()).value).toContain('脚麻多久了')
})

it('reads what was said earlier and keeps it', async () => {
  const { requests } = renderConsole(path)
  fireEvent.click(await screen.findByText('更早的消息'))
  expect(await screen.findByText('血糖仪怎么连')).toBeTruthy()
  expect(requests.some(({ query }) => query.get('before') === 'before-1')).toBe(true)
  expect(screen.queryByRole('button', { name: '更早的消息' })).toBeNull()
  const before = requests.length
  await waitFor(() =>
    expect(requests.slice(before).some(({ path: at, query }) => at.endsWith('/talk-wang') && query.get('since'))).toBe(
      true,
    ),
  )
  expect(screen.getByText('血糖仪怎么连')).toBeTruthy()
})

it('tells the host once that it was read', async () => {
  const { requests } = renderConsole(path, {
    consoleConversation: () => ({
      ...conversationFixture,
      conversation: { ...conversationFixture.conversation!, unread: 1 },
    }),
  })
  await waitFor(() =>
    expect(posts(requests, '/talk-wang/actions')).toEqual([{ action: 'read', upTo: '2026-11-24T02:15:00.000Z' }]),
  )
})

it('sends by Ctrl+Enter, shows it at once, and says how many are left', async () => {
  const { requests, answer } = renderConsole(path)
  const box = await field()
  expect(screen.getByText('发到微信客服 · 还可发 3 条 · 到 11月26日 10:12')).toBeTruthy()
  write(box, '脚麻多久了？')
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(posts(requests, '/messages')).toEqual([])
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true })
  expect(await screen.findByText('脚麻多久了？')).toBeTruthy()
  expect(box.value).toBe('')
  await screen.findByText(/还可发 2 条/)
  const [sent] = posts(requests, '/messages') as [{ clientId: string }]
  expect(sent).toMatchObject({ kind: 'text', text: '脚麻多久了？' })
  answer({
    consoleConversation: () => ({
      ...conversationFixture,
      cursor: 'talk-2',
      messages: [
        ...conversationFixture.messages,
        {
          id: 'of-the-host',
          at: conversationFixture.now,
          author: { kind: 'staff', staffId: 'staff-xu', name: '许可', title: '项目运营' },
          text: '脚麻多久了？',
          channel: 'kf',
          state: 'sent',
          clientId: sent.clientId,
        },
      ],
    }),
  })
  await waitFor(() => expect(document.getElementById('message-of-the-host')).toBeTruthy())
  expect(screen.getAllByText('脚麻多久了？')).toHaveLength(1)
})

it('keeps what did not go, and tries again as the same message', async () => {
  const { requests, answer } = renderConsole(path, { consoleSend: () => new FixtureError('outside-unavailable') })
  const box = await field()
  write(box, '在吗')
  fireEvent.click(screen.getByText('发送'))
  expect(await screen.findByText('没发成：微信这会儿连不上')).toBeTruthy()
  expect(screen.getByText(/不会发两遍/)).toBeTruthy()
  answer({ consoleSend: () => never })
  fireEvent.click(screen.getByText('再试一次'))
  await waitFor(() => expect(posts(requests, '/messages')).toHaveLength(2))
  const [first, second] = posts(requests, '/messages') as { clientId: string }[]
  expect(second!.clientId).toBe(first!.clientId)
})

it('puts a message that did not go back into the field to be changed', async () => {
  renderConsole(path, { consoleSend: () => new FixtureError('in-client') })
  const box = await field()
  write(box, '在吗')
  fireEvent.click(screen.getByText('发送'))
  fireEvent.click(await screen.findByText('改一改'))
  expect(box.value).toBe('在吗')
  await waitFor(() => expect(screen.queryByText('再试一次')).toBeNull())
})

it('keeps the words of a message that met the end of the session', async () => {
  renderConsole(path, { consoleSend: () => new FixtureError('session-expired') })
  write(await field(), '在吗')
  fireEvent.click(screen.getByText('发送'))
  await waitFor(() => expect(draftStore.read('staff-xu', 'talk-wang')).toBe('在吗'))
})

it('fills a macro in by slash', async () => {
  renderConsole(path)
  const box = await field()
  write(box, '好的 /门')
  const options = within(await screen.findByRole('listbox', { name: '话术' })).getAllByRole('option')
  expect(options.map((option) => option.querySelector('b')?.textContent)).toEqual(['门诊见'])
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(box.value).toBe('好的 王秀兰您好，这个最好当面看。请来林致远的门诊，带上最近的血糖记录。')
  expect(screen.queryByRole('listbox', { name: '话术' })).toBeNull()
})

it('keeps a draft by conversation', async () => {
  const { router } = renderConsole(path)
  write(await field(), '写到一半')
  await act(() => router.navigate('/conversations/talk-zhao'))
  await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('赵国强'))
  expect((await field()).value).toBe('')
  await act(() => router.navigate(path))
  await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('王秀兰'))
  expect((await field()).value).toBe('写到一半')
})

it('writes an internal note on its own ground', async () => {
  const { requests } = renderConsole(path)
  await field()
  fireEvent.click(screen.getByText('内部备注'))
  const box = await screen.findByLabelText<HTMLTextAreaElement>('内部备注', { selector: 'textarea' })
  expect(screen.getByText(/患者和家属都看不到/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '发图片' }).hasAttribute('disabled')).toBe(true)
  write(box, '家属会来')
  fireEvent.click(screen.getByText('记下'))
  await waitFor(() => expect(posts(requests, '/messages')).toMatchObject([{ kind: 'note', text: '家属会来' }]))
})

it('uploads a picture, then sends it; a second try uploads nothing again', async () => {
  window.URL.createObjectURL = () => 'blob:preview'
  window.URL.revokeObjectURL = () => {}
  const { requests, answer } = renderConsole(path, { consoleSend: () => new FixtureError('outside-unavailable') })
  await field()
  const file = new File(['x'], '脚.png', { type: 'image/png' })
  fireEvent.change(screen.getByLabelText('选图片'), { target: { files: [file] } })
  fireEvent.click(await screen.findByText('再试一次'))
  answer({ consoleSend: () => never })
  await waitFor(() => expect(posts(requests, '/messages')).toHaveLength(2))
  expect(posts(requests, '/messages')[1]).toMatchObject({ kind: 'image', mediaId: 'media-new' })
  const uploads = requests.filter(({ path: at }) => at === '/api/console/media')
  expect(uploads.map(({ query, body }) => [query.get('kind'), query.get('name'), body])).toEqual([
    ['image', '脚.png', file],
  ])
})

it('sends a card of the programme', async () => {
  const { requests } = renderConsole(path)
  await field()
  fireEvent.click(screen.getByRole('button', { name: '发科教内容' }))
  fireEvent.click(await screen.findByText('每天看一看脚'))
  await waitFor(() => expect(posts(requests, '/messages')).toMatchObject([{ kind: 'card', contentId: 'foot-care' }]))
})

it('says where a reply goes when the window is closed, and whether the patient was told', async () => {
  renderConsole(path, {
    consoleConversation: () => ({
      ...conversationFixture,
      conversation: { ...conversationFixture.conversation!, window: { open: false, left: 0, closesAt: null } },
      subscribeCredits: 0,
    }),
    consoleSend: ({ body }) => ({
      message: {
        id: 'sent-mini',
        at: conversationFixture.now,
        author: { kind: 'staff', staffId: 'staff-xu', name: '许可', title: '项目运营' },
        text: '在吗',
        channel: 'miniChat',
        state: 'sent',
        clientId: (body as { clientId: string }).clientId,
      },
      window: { open: false, left: 0, closesAt: null },
      via: 'miniChat',
      told: 'no-credit',
    }),
  })
  const box = await field()
  expect(screen.getByText(/客服窗口已关 · 会发到小程序对话 · 患者没有可用的订阅提醒/)).toBeTruthy()
  write(box, '在吗')
  fireEvent.click(screen.getByText('发送'))
  expect(await screen.findByText('已发到小程序对话')).toBeTruthy()
})

it('lets nobody write to the patient while a colleague answers in the client', async () => {
  renderConsole(path, { consoleConversation: () => ({ ...conversationFixture, client: { name: '周宁' } }) })
  expect((await field()).disabled).toBe(true)
  expect(screen.getByText(/周宁 正在企业微信客户端里接待/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '企业微信客户端' }).hasAttribute('disabled')).toBe(true)
})
