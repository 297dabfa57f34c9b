/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { FixtureError } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { dutyFixture } from '../../testing/team-fixture'

const path = '/programmes/diabetes-t2/duty'
const puts = (requests: ReturnType<typeof renderConsole>['requests']) =>
  requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const save = () => screen.getByText('保存').closest('button')!

it('shows hours, members with role and load, and who is there now', async () => {
  renderConsole(path)
  const now = within(await screen.findByLabelText('现在谁在')).getAllByText(/手上/)
  expect(now).toHaveLength(3)
  expect(screen.getByLabelText('上班时间').textContent).toContain('周一至周五 08:00–17:30')
  const members = screen.getByLabelText('成员').textContent
  for (const words of ['林致远 主治医师不在岗手上 3 个', '何静 随访护士在岗手上 5 个']) expect(members).toContain(words)
  expect(save().disabled).toBe(true)
})

it('warns when nobody is on call, and says when it opens next', async () => {
  renderConsole(path, {
    duty: () => ({ ...dutyFixture, onCall: null, openNow: false, opensAt: '2026-11-25T00:00:00.000Z' }),
  })
  expect((await screen.findByRole('alert')).textContent).toContain('还没有兜底的人')
  expect(screen.getByText(/明天 08:00 开始上班/)).toBeTruthy()
  expect(screen.getByText(/没人接手时，最后会找到这位/)).toBeTruthy()
})

it('saves a change whole, and stands on what was answered', async () => {
  const { requests } = renderConsole(path)
  fireEvent.click(await screen.findByText('周六'))
  fireEvent.click(within(screen.getByLabelText('吴晓什么时候在')).getByText('一直在'))
  fireEvent.click(save())
  await waitFor(() => expect(puts(requests)).toHaveLength(1))
  const [body] = puts(requests) as [{ hours: object; members: object[]; onCall: string }]
  expect(body.hours).toEqual({ workdays: [1, 2, 3, 4, 5, 6], from: 480, to: 1050 })
  expect(body.members).toContainEqual({ id: 'staff-wu', availability: 'always' })
  expect(body.onCall).toBe('staff-he')
  await screen.findByText('值班已保存')
  expect(save().disabled).toBe(true)
})

it('does not ask the host for days nobody works', async () => {
  renderConsole(path)
  for (const day of ['周一', '周二', '周三', '周四', '周五']) fireEvent.click(await screen.findByText(day))
  expect(screen.getByText('至少选一天')).toBeTruthy()
  expect(save().disabled).toBe(true)
})

it('shows what the host refuses at its field, and keeps the change', async () => {
  renderConsole(path, {
    setDuty: () => new FixtureError('bad-request', { field: 'onCall', hint: '何静已经不在团队里' }),
  })
  fireEvent.click(await screen.findByText('周日'))
  fireEvent.click(save())
  expect((await screen.findByText('何静已经不在团队里')).closest('[aria-label="兜底的人"]')).toBeTruthy()
  expect(screen.getByText('不改了')).toBeTruthy()
})
