/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { FixtureError, never } from '../../testing/fixture-answers'
import { meFixture, newProgrammeFixture, programmeFixture } from '../../testing/programme-fixture'
import { renderConsole } from '../../testing/render-console'

const path = '/programmes/diabetes-t2'

it('shows every rate with n / N', async () => {
  renderConsole(path)
  const rate = (await screen.findByText('入组率')).parentElement!
  expect(rate.textContent).toContain('83.0%')
  expect(rate.textContent).toContain('1,284 / 1,547 位受邀')
  expect(screen.getByText('触点有回应').parentElement!.textContent).toContain('3,026 / 4,500 个送达的触点')
})

it('draws today with quiet hours and now', async () => {
  renderConsole(path)
  const chart = await screen.findByRole('img', { name: '今天每小时的触点' })
  expect(within(chart).getAllByText('安静时段')).toHaveLength(2)
  expect(within(chart).getByText('10:48')).toBeTruthy()
  expect(within(chart).getByText('10:00 已发出 61')).toBeTruthy()
})

it('leads from each need to the patients it is about, and from nothing to nowhere', async () => {
  renderConsole(path)
  const needs = within(await screen.findByRole('region', { name: '需要人处理' }))
  expect(needs.getByText('患者在等人回复').closest('a')?.getAttribute('href')).toBe(
    '/patients?programmeId=diabetes-t2&needs=waiting-reply',
  )
  expect(needs.getByText('后台有事卡住了').closest('a')).toBeNull()
})

it('shows a dash where there is no denominator, and that no QR is there yet', async () => {
  renderConsole(path, { programme: () => newProgrammeFixture })
  expect((await screen.findByText('入组率')).parentElement!.textContent).toBe('入组率—0 / 0 位受邀')
  expect(screen.getByText('还没有联系码')).toBeTruthy()
})

it('makes a QR for a physician who has none, and shows it being made', async () => {
  const { requests, answer } = renderConsole(path)
  fireEvent.click(await screen.findByRole('button', { name: '为医生生成联系码' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('radio', { name: /林致远/ }).hasAttribute('disabled')).toBe(true)
  fireEvent.click(dialog.getByRole('radio', { name: /周明/ }))
  answer({
    programme: () => ({
      ...programmeFixture,
      contactWays: [
        {
          ...programmeFixture.contactWays[0]!,
          id: 'way-new',
          physician: programmeFixture.physicians[1]!,
          qrCode: null,
          status: 'creating',
          scans: 0,
        },
      ],
    }),
  })
  fireEvent.click(dialog.getByRole('button', { name: '生成联系码' }))
  expect(await screen.findByText('企业微信正在生成…')).toBeTruthy()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ physicianId: 'staff-zhou' })
})

it('leaves the choice open while more than one physician has no QR', async () => {
  renderConsole(path, { programme: () => ({ ...programmeFixture, contactWays: [] }) })
  fireEvent.click((await screen.findAllByRole('button', { name: '为医生生成联系码' }))[0]!)
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: '生成联系码' }).hasAttribute('disabled')).toBe(true)
  fireEvent.click(dialog.getByRole('radio', { name: /周明/ }))
  expect(dialog.getByRole('button', { name: '生成联系码' }).hasAttribute('disabled')).toBe(false)
})

it('says why a QR was not made and tries again', async () => {
  const way = {
    ...programmeFixture.contactWays[0]!,
    qrCode: null,
    status: 'failed' as const,
    failure: '企业微信：成员没有客户联系权限',
  }
  const { requests } = renderConsole(path, { programme: () => ({ ...programmeFixture, contactWays: [way] }) })
  expect(await screen.findByText('企业微信：成员没有客户联系权限')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  await waitFor(() =>
    expect(
      requests.some(
        ({ method, body }) => method === 'POST' && (body as { physicianId: string }).physicianId === 'staff-lin',
      ),
    ).toBe(true),
  )
})

it('wears the yellow clock only while time is followed', async () => {
  const { unmount } = renderConsole(path)
  expect((await screen.findByRole('timer')).textContent).toBe('沙箱时钟 11月24日 周二 10:48')
  unmount()
  renderConsole(path, { consoleMe: () => ({ ...meFixture, clock: { ...meFixture.clock, kind: 'system' } }) })
  await screen.findByText('入组率')
  expect(screen.queryByRole('timer')).toBeNull()
})

it('keeps what it showed when a later answer fails, and says so', async () => {
  jest.useFakeTimers()
  try {
    const { answer } = renderConsole(path)
    await screen.findByText('入组率')
    answer({ programme: () => new FixtureError('internal') })
    await act(() => jest.advanceTimersByTimeAsync(3100))
    expect((await screen.findByRole('alert')).textContent).toContain('程序出了一点问题')
    expect(screen.getByText('入组率')).toBeTruthy()
  } finally {
    jest.useRealTimers()
  }
})

it('moves with the poll', async () => {
  jest.useFakeTimers()
  try {
    const { answer } = renderConsole(path)
    await screen.findByText('1,284 / 1,547 位受邀')
    answer({ programme: () => ({ ...programmeFixture, funnel: { ...programmeFixture.funnel, enrolled: 1163 } }) })
    await act(() => jest.advanceTimersByTimeAsync(3100))
    expect(await screen.findByText('1,285 / 1,547 位受邀')).toBeTruthy()
  } finally {
    jest.useRealTimers()
  }
})

it('leads from the bare address to the first programme, or says that there is none', async () => {
  const { router, unmount } = renderConsole('/')
  await waitFor(() => expect(router.state.location.pathname).toBe(path))
  unmount()
  renderConsole('/', { programmes: () => ({ programmes: [] }) })
  expect(await screen.findByText('还没有项目')).toBeTruthy()
})

it('stands grey while the first answer is on its way', async () => {
  renderConsole(path, { programme: () => never })
  expect((await screen.findByLabelText('正在读取')).getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('入组率')).toBeNull()
})
