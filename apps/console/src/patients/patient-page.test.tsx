/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { FixtureError, never } from '../../testing/fixture-answers'
import { patientFixture } from '../../testing/patient-fixture'
import { renderConsole } from '../../testing/render-console'

const path = '/patients/pt-wang'

it('shows state and reason of each touchpoint as one thing', async () => {
  renderConsole(path)
  const touchpoints = within(await screen.findByRole('region', { name: '触点' }))
  const chips = touchpoints.getAllByRole('button', { name: /·/ }).map((row) => row.querySelector('.chip')?.textContent)
  expect(chips).toEqual([
    '已推迟 · 在安静时段',
    '已计划 · 按计划排出',
    '已计划 · 按计划排出',
    '结果不明 · 发出后没有回音，等人决定',
    '没发成 · 对方已删好友',
    '已跳过 · 患者退订了科教',
    '已送达 · 微信客服已收下',
    '已回应 · 患者回了「好的」',
  ])
})

it('opens a touchpoint into its history and the gates of its last decision', async () => {
  renderConsole(path)
  fireEvent.click((await screen.findAllByRole('button', { name: /餐后血糖提醒/ }))[0]!)
  expect(screen.getByText('在安静时段 → 今天 17:42')).toBeTruthy()
  const deciding = screen.getByText('21:04 在 21:00–08:00 内 · 患者时区 Asia/Shanghai').closest('li')!
  expect(deciding.getAttribute('aria-current')).toBe('true')
  expect(deciding.textContent).toContain('推迟')
  expect(screen.getByText('单独看这一条').getAttribute('href')).toBe('/patients/pt-wang/touchpoints/tp_7f3a52c21e')
})

it('says of a touchpoint without a decision that there is none yet', async () => {
  renderConsole(path)
  fireEvent.click(await screen.findByRole('button', { name: /12 周小结问卷/ }))
  expect(screen.getByText('还没到点，还没有做过决定。')).toBeTruthy()
})

it('names everything that did not succeed at the top', async () => {
  renderConsole(path)
  const notice = await screen.findByRole('status')
  expect(
    within(notice)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['患者在等人回复', '1 个触点没发成', '1 个触点结果不明', '1 个标签没写进企业微信', '1 条消息没发成'])
})

it('shows where a tag comes from and why WeCom does not have it', async () => {
  renderConsole(path)
  const tags = within(await screen.findByRole('region', { name: '标签' }))
  expect(tags.getByText('近 14 天餐后读数三成以上高于 10.0 mmol/L')).toBeTruthy()
  expect(tags.getByText(/由规则第 3 版打上/)).toBeTruthy()
  expect(tags.getByText('企业微信：标签数已到上限，请先清理')).toBeTruthy()
})

it('shows enrolment history, consent, opt-outs and identities by kind', async () => {
  renderConsole(path)
  const enrolment = await screen.findByRole('region', { name: '入组' })
  expect(enrolment.textContent).toContain('2.1 版 · 照护、研究 · 10月10日 10:04')
  expect(enrolment.textContent).toContain('扫了林致远的联系码')
  const profile = screen.getByRole('region', { name: '资料' }).textContent
  for (const words of ['企业微信好友', '主题：科教', '李明（儿子） · 一起通知', '傍晚'])
    expect(profile).toContain(words)
})

it('shows who spoke, what the kf window allows, and why a reply did not go', async () => {
  renderConsole(path)
  const conversation = within(await screen.findByRole('region', { name: '对话' }))
  expect(conversation.getByText(/还可发 3 条/)).toBeTruthy()
  expect(conversation.getByText('林致远 主治医师')).toBeTruthy()
  expect(conversation.getByText('没发成：微信客服没有收下，请换小程序对话再发')).toBeTruthy()
  expect(conversation.getByText(/问答「餐后血糖目标」第 4 版/)).toBeTruthy()
  expect(conversation.getByText('打开对话').closest('a')?.getAttribute('href')).toBe(
    '/conversations/talk-wang?filter=all',
  )
})

it('shows glucose as n / N and changes the span', async () => {
  const { requests } = renderConsole(path)
  expect(await screen.findByRole('img', { name: '血糖走势' })).toBeTruthy()
  expect(screen.getAllByText(/\/ 1,344$/)).toHaveLength(5)
  fireEvent.click(screen.getByText('7 天'))
  await waitFor(() => expect(requests.at(-1)?.query.get('days')).toBe('7'))
  expect(await screen.findByText('数据还不够，只供参考')).toBeTruthy()
  fireEvent.click(screen.getByText('一天'))
  expect(await screen.findByRole('img', { name: '一天里的血糖分布' })).toBeTruthy()
})

it('never shows one patient under the address of another', async () => {
  const { router, answer } = renderConsole(path)
  await screen.findByRole('heading', { name: '王秀兰' })
  answer({ consolePatient: () => never })
  await act(() => router.navigate('/patients/pt-1'))
  expect(screen.queryByRole('heading', { name: '王秀兰' })).toBeNull()
  expect(screen.queryByText('餐后血糖提醒')).toBeNull()
})

it('says that a patient is out of reach, and offers no useless retry', async () => {
  renderConsole(path, { consolePatient: () => new FixtureError('forbidden') })
  expect((await screen.findByRole('alert')).textContent).toContain('您没有权限看这一页')
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
})

it('says what is still empty', async () => {
  renderConsole(path, {
    consolePatient: () => ({
      ...patientFixture,
      touchpoints: [],
      tags: [],
      messages: [],
      conversation: null,
      imports: [],
      optOuts: [],
      preferences: null,
    }),
  })
  for (const words of ['还没有触点', '还没有标签', '还没有说过话', '没有退订'])
    expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.queryByRole('status')).toBeNull()
})
