/** @jest-environment jsdom */
import { FixtureError } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { fireEvent, screen, waitFor } from '@testing-library/react'

const notSignedIn = { consoleMe: () => new FixtureError('not-signed-in') }

it('sends who is not signed in to the sign-in page, without a word of blame', async () => {
  const { router } = renderConsole('/patients', notSignedIn)
  const link = await screen.findByText('用企业微信登录')
  expect(router.state.location.pathname).toBe('/sign-in')
  expect(link.closest('a')?.getAttribute('href')).toBe('/api/console/sign-in/wecom')
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says that a session is over', async () => {
  renderConsole('/patients', { consoleMe: () => new FixtureError('session-expired') })
  expect((await screen.findByRole('alert')).textContent).toContain('登录已过期')
})

it.each([
  ['identity-not-linked', '这个账号还没有绑定'],
  ['outside-unavailable', '外部服务这会儿连不上'],
  ['something-new', '登录没有成功'],
])('shows the error a redirect came back with: %s', async (code, words) => {
  renderConsole(`/sign-in?error=${code}`, notSignedIn)
  expect((await screen.findByRole('alert')).textContent).toContain(words)
})

it('offers only the ways the host has', async () => {
  renderConsole('/sign-in', { ...notSignedIn, consoleSignInWays: () => ({ ways: ['password'] }) })
  expect(await screen.findByLabelText('密码')).toBeTruthy()
  expect(screen.queryByText('用企业微信登录')).toBeNull()
})

it('signs in by password and goes on to the first programme', async () => {
  const { router, requests } = renderConsole('/sign-in')
  fireEvent.change(await screen.findByLabelText('账号'), { target: { value: 'xuke' } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'wrong' } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  expect((await screen.findByRole('alert')).textContent).toContain('登录没有成功')
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'right' } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/programmes/diabetes-t2'))
  const sent = requests.filter(({ path }) => path === '/api/console/session/password')
  expect(sent.map(({ body }) => body)).toEqual([
    { account: 'xuke', password: 'wrong' },
    { account: 'xuke', password: 'right' },
  ])
  expect(requests.every(({ headers }) => headers['x-suixing'] === 'console')).toBe(true)
})

it('asks for what is missing before it asks the host', async () => {
  const { requests } = renderConsole('/sign-in', notSignedIn)
  fireEvent.click(await screen.findByRole('button', { name: '登录' }))
  expect(await screen.findByText('请填账号')).toBeTruthy()
  expect(requests.some(({ method }) => method === 'POST')).toBe(false)
})

it('signs out', async () => {
  const { router, requests } = renderConsole('/programmes/diabetes-t2')
  fireEvent.click(await screen.findByRole('button', { name: '退出登录' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  expect(requests.some(({ method, path }) => method === 'DELETE' && path === '/api/console/session')).toBe(true)
})
