/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { FixtureError } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { macrosFixture } from '../../testing/team-fixture'

const path = '/programmes/diabetes-t2/macros'
const puts = (requests: ReturnType<typeof renderConsole>['requests']) =>
  requests
    .filter(({ method }) => method === 'PUT')
    .map(({ body }) => (body as { macros: { title: string; text: string }[] }).macros)
const editor = async () => within(await screen.findByLabelText('编辑话术'))
const save = async () => fireEvent.click((await editor()).getByText('保存'))

it('lists sentences as patients read them', async () => {
  renderConsole(path)
  expect(await screen.findByText('门诊见')).toBeTruthy()
  expect(screen.getByText('林致远').className).toBe('variable')
  expect(screen.queryByText(/\{patientName\}/)).toBeNull()
})

it('adds one with a variable put in, onto what the host has by then', async () => {
  const { requests, answer } = renderConsole(path)
  await screen.findByText('门诊见')
  answer({ macros: () => ({ macros: [...macrosFixture.macros, { id: 'colleague', title: '同事刚加的', text: '…' }] }) })
  fireEvent.click(screen.getByText('新话术'))
  fireEvent.change((await editor()).getByLabelText('标题，打「/」时用它找'), { target: { value: '问好' } })
  fireEvent.click((await editor()).getByText('患者姓名'))
  expect((await editor()).getByText('王秀兰')).toBeTruthy()
  await save()
  await waitFor(() => expect(puts(requests)).toHaveLength(1))
  expect(puts(requests)[0]!.map(({ title }) => title)).toEqual([
    '收到，我看看',
    '门诊见',
    '多久了',
    '同事刚加的',
    '问好',
  ])
  expect(puts(requests)[0]!.at(-1)!.text).toBe('{patientName}')
})

it('refuses a variable nobody can fill in', async () => {
  const { requests } = renderConsole(path)
  fireEvent.click(await screen.findByText('多久了'))
  fireEvent.change((await editor()).getByLabelText('内容'), { target: { value: '{phone}打给您' } })
  expect((await editor()).getByText(/没有 \{phone\} 这个变量/)).toBeTruthy()
  await save()
  expect(puts(requests)).toEqual([])
})

it('deletes at once and takes it back on demand', async () => {
  let held = macrosFixture
  const { requests } = renderConsole(path, {
    macros: () => held,
    setMacros: ({ body }) => (held = body as typeof macrosFixture),
  })
  fireEvent.click(await screen.findByLabelText('删除「门诊见」'))
  fireEvent.click(await screen.findByText('撤销'))
  await waitFor(() => expect(puts(requests)).toHaveLength(2))
  expect(puts(requests).map((list) => list.map(({ title }) => title))).toEqual([
    ['收到，我看看', '多久了'],
    ['收到，我看看', '门诊见', '多久了'],
  ])
})

it('keeps what was written when it could not be saved', async () => {
  renderConsole(path, { setMacros: () => new FixtureError('outside-unavailable') })
  fireEvent.click(await screen.findByText('多久了'))
  fireEvent.change((await editor()).getByLabelText('内容'), { target: { value: '多久了呢？' } })
  await save()
  expect((await screen.findByRole('alert')).textContent).toContain('连不上')
  expect((await editor()).getByLabelText<HTMLTextAreaElement>('内容').value).toBe('多久了呢？')
})

it('says that there is none yet', async () => {
  renderConsole(path, { macros: () => ({ macros: [] }) })
  expect(await screen.findByText('还没有话术')).toBeTruthy()
})
