/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../platform'
import type { MemoryPlatform } from '../platform/memory-platform'
import MePage from '../pages/me/index'
import { session } from './current-session'

const memory = platform as MemoryPlatform
const staff = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' }
const issued = { status: 200, body: { token: 't', expiresAt: '2026-11-24T00:00:00.000Z', staff } }

const start = async () => {
  render(<MePage />)
  await act(() => session.start())
}

it('asks a plain browser to open WeCom, with nowhere else to go', async () => {
  memory.app = 'outside'
  await start()
  expect(screen.getByText('请在企业微信里打开')).toBeTruthy()
  expect(screen.queryByRole('tablist')).toBeNull()
  memory.app = 'wecom'
})

it('tells what the host said, and tries again', async () => {
  memory.answer = async () => ({
    status: 401,
    body: { code: 'sign-in-failed', message: '', hint: '请联系内分泌科管理员。', requestId: 'r' },
  })
  await start()
  expect(screen.getByText('没认出您的账号')).toBeTruthy()
  expect(screen.getByText('请联系内分泌科管理员。')).toBeTruthy()
})

it('shows who is signed in and who sees what; signing out hides it until signing in', async () => {
  const counts = { waiting: 1, mine: 0, all: 4, unread: 5 }
  const inbox = { unchanged: false, rows: [], counts, next: null, cursor: 'c', now: '2026-11-23T00:00:00.000Z' }
  memory.answer = async ({ path }) => (path === '/api/physician/session' ? issued : { status: 200, body: inbox })
  await start()
  expect(screen.getByText('林致远')).toBeTruthy()
  expect(screen.getByText('您只看到由您负责的患者')).toBeTruthy()
  expect(await screen.findByLabelText('5 条未读')).toBeTruthy()
  fireEvent.click(screen.getByText('退出登录'))
  expect(screen.queryByText('林致远')).toBeNull()
  await act(async () => void fireEvent.click(screen.getByText('登录')))
  expect(screen.getByText('林致远')).toBeTruthy()
})
