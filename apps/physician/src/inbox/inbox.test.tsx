/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { asked } from '../../../../testing/taro'
import { talkDesk } from '../../testing/browser/talk-desk'
import { platform } from '../platform'
import type { MemoryPlatform } from '../platform/memory-platform'
import { session } from '../session/current-session'
import { unread } from '../tabs/unread'
import { Inbox } from './inbox'

const memory = platform as MemoryPlatform
const lin = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }
let desk: ReturnType<typeof talkDesk>
let down: boolean

beforeEach(async () => {
  jest.useFakeTimers()
  desk = talkDesk()
  down = false
  memory.answer = async ({ method, path, body }) => {
    if (path === '/api/physician/session')
      return { status: 200, body: { token: 't', expiresAt: '2026-12-24T00:00:00.000Z', staff: lin } }
    if (down) throw new Error('offline')
    return { status: 200, body: desk.answer({ method, path, body }) }
  }
  await session.start()
})
afterEach(() => jest.useRealTimers())
const later = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))
const shown = async () => {
  render(<Inbox staff={lin} />)
  await later(0)
}

it('shows who waits, how long, their words, what is unread, who has it and its labels', async () => {
  await shown()
  expect(screen.getByText('等您回 3')).toBeTruthy()
  expect(screen.getByText('紧急 · 6 分')).toBeTruthy()
  expect(screen.getByText('我这两天脚有点麻，要紧吗')).toBeTruthy()
  expect(screen.getByText('等回复 14 分')).toBeTruthy()
  expect(screen.getByLabelText('3 条未读')).toBeTruthy()
  expect(screen.getByText('足部')).toBeTruthy()
  expect(screen.getByText('分给我')).toBeTruthy()
  expect(screen.queryByText('孙丽华')).toBeNull()
  expect(unread.now()).toBe(6)
})

it('shows what is mine, and everything', async () => {
  await shown()
  fireEvent.click(screen.getByText('我的 2'))
  await later(0)
  expect(screen.getByText('马志刚')).toBeTruthy()
  expect(screen.queryByText('赵国强')).toBeNull()
  fireEvent.click(screen.getByText('全部 6'))
  await later(0)
  expect(screen.getByText('未认出的微信用户')).toBeTruthy()
})

it('asks again every three seconds with its cursor, and shows what came', async () => {
  await shown()
  await later(3000)
  expect(desk.polls).toEqual({ changed: 1, unchanged: 1 })
  desk.say('talk-wang', '右脚更麻一些')
  await later(3000)
  expect(screen.getByLabelText('4 条未读')).toBeTruthy()
})

it('finds by name or by words, once the fingers rest', async () => {
  await shown()
  fireEvent.click(screen.getByLabelText('找对话'))
  const type = (value: string) =>
    fireEvent.change(screen.getByPlaceholderText('姓名，或说过的话'), { target: { value } })
  type('化')
  type('化验')
  await later(300)
  await later(0)
  expect(screen.getByText('马志刚')).toBeTruthy()
  expect(memory.calls.filter(({ path }) => path.includes(encodeURIComponent('化'))).length).toBe(1)
  type('没人说过')
  await later(300)
  await later(0)
  expect(screen.getByText('没有找到「没人说过」')).toBeTruthy()
})

it('opens a conversation', async () => {
  await shown()
  fireEvent.click(screen.getByText('王秀兰'))
  expect(asked[asked.length - 1]).toEqual({
    name: 'navigateTo',
    options: { url: '/pages/conversation/index?id=talk-wang' },
  })
})

it('keeps what it read when the network goes; says so; and offers to try when nothing was read', async () => {
  await shown()
  down = true
  await later(3000)
  expect(screen.getByText('王秀兰')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('正在重连')
  fireEvent.click(screen.getByText('我的 2'))
  await later(0)
  expect(screen.getByText('网络没连上')).toBeTruthy()
})
