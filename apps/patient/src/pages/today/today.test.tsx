/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { asked as visited } from '../../../../../testing/taro'
import type { Person } from '../../../testing/fixture-host'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import { session } from '../../api'
import { memoryPlatform } from '../../platform/memory-platform'
import TodayPage from './index'

const open = async (person: Person) => {
  const held = onMemoryPhone(person)
  await session.renew()
  visited.length = 0
  await openPage(<TodayPage />)
  return held
}

test('enrolled: the reading with its word, what comes next, the reply', async () => {
  await open('enrolled')
  expect((await screen.findByText(/随行第/)).textContent).toBe('11月24日 周二 · 随行第 46 天')
  for (const text of ['7.8', '在目标内', '午饭前测一次血糖', '林致远']) expect(screen.getByText(text)).toBeTruthy()
  expect(screen.getByLabelText('有新的')).toBeTruthy()
})

test('enrolled without readings: a sentence, and who answers next', async () => {
  await open('enrolled-empty')
  expect(await screen.findByText('还没有血糖记录，方便时测一次。')).toBeTruthy()
  expect(screen.getByRole('note').textContent).toContain('您的问题已转给林致远')
})

test('the reply leads to the conversation', async () => {
  await open('enrolled')
  fireEvent.click(await screen.findByText('主治医师'))
  expect(visited).toEqual([{ name: 'switchTab', options: { url: '/pages/messages/index' } }])
})

test('invited: one button leads to the consent', async () => {
  await open('invited')
  fireEvent.click(await screen.findByText('加入'))
  expect(visited).toMatchObject([{ name: 'navigateTo', options: { url: '/pages/consent/index?enrolment=en-1' } }])
})

test('unknown: the way in, and a look again signs in again', async () => {
  const { host } = await open('stranger')
  fireEvent.click(await screen.findByText('再看一次'))
  await screen.findByText('再看一次')
  expect(host.asked.filter(({ route }) => route === 'patientSignIn').length).toBeGreaterThanOrEqual(2)
})

test('withdrawn: says that nobody contacts them', async () => {
  await open('withdrawn')
  expect(await screen.findByText('您已退出随访，我们不再主动联系您。')).toBeTruthy()
})

test('withdrawn: the way back leads to the consent, anew', async () => {
  const { host } = await open('withdrawn')
  fireEvent.click(await screen.findByText('重新加入'))
  await waitFor(() => expect(visited).toMatchObject([{ name: 'navigateTo' }]))
  expect(visited).toMatchObject([{ options: { url: '/pages/consent/index?enrolment=en-1' } }])
  expect(host.asked.map(({ route }) => route)).toContain('rejoin')
})

test('outside WeChat: says so and asks the host nothing', async () => {
  const around = memoryPlatform.around
  memoryPlatform.around = { ...around, app: 'none' }
  const { host } = await open('enrolled')
  const before = host.asked.length
  expect(await screen.findByText('请在微信里打开随行。')).toBeTruthy()
  expect(host.asked).toHaveLength(before)
  memoryPlatform.around = around
})
