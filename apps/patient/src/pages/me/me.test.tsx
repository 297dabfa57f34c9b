/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import { session } from '../../api'
import MePage from './index'

const open = async () => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  await openPage(<MePage />)
  await screen.findByText('收哪些消息')
  return held
}
const bodies = (host: Awaited<ReturnType<typeof open>>['host'], route: string) =>
  host.asked.filter((one) => one.route === route).map(({ body }) => body)
const isOn = (label: string) => screen.getByLabelText(label).getAttribute('aria-checked') === 'true'

test('a subject is opted out of and in again by one switch', async () => {
  const { host } = await open()
  fireEvent.click(screen.getByLabelText('科教内容'))
  await waitFor(() => expect(isOn('科教内容')).toBe(false))
  fireEvent.click(screen.getByLabelText('科教内容'))
  await waitFor(() => expect(isOn('科教内容')).toBe(true))
  expect(bodies(host, 'optOut')).toEqual([{ scope: { topic: 'education' } }])
  expect(bodies(host, 'optIn')).toEqual([{ scope: { topic: 'education' } }])
})

test('all messages can be stopped', async () => {
  const { host } = await open()
  fireEvent.click(screen.getByLabelText('全部不收'))
  expect(await screen.findAllByText('不收')).toHaveLength(3)
  expect(bodies(host, 'optOut')).toEqual([{ scope: { all: true } }])
})

test('preferences are sent whole, with the one thing changed', async () => {
  const { host } = await open()
  fireEvent.click(screen.getByText('午饭前后'))
  expect(await screen.findByText('午饭前后')).toBeTruthy()
  expect(bodies(host, 'setPreferences')).toEqual([
    { hour: 'lunch', channel: 'wechat', family: { name: '李敏', relation: '女儿', notify: true } },
  ])
})

test('a change that was not kept is said and not shown as done', async () => {
  const { host } = await open()
  host.failNext('setPreferences', 'internal')
  fireEvent.click(screen.getByText('打电话'))
  expect((await screen.findByRole('alert')).textContent).toContain('刚才的改动没有保存')
  expect(screen.getByText('微信消息').getAttribute('aria-selected')).toBe('true')
})

test('withdrawing asks once more, then stops', async () => {
  const { host } = await open()
  fireEvent.click(screen.getByText('退出项目'))
  fireEvent.click(screen.getByText('不退出'))
  expect(bodies(host, 'withdraw')).toEqual([])
  fireEvent.click(screen.getByText('退出项目'))
  fireEvent.click(screen.getByText('确认退出'))
  await screen.findByText('知情同意书')
  expect(bodies(host, 'withdraw')).toEqual([{}])
})

test('large type is switched here and kept on the phone', async () => {
  const { phone } = await open()
  fireEvent.click(screen.getByLabelText('大字'))
  expect(document.querySelector('.sx-page--large')).not.toBeNull()
  expect(phone.storage.read('large-type')).toBe('on')
})

test('says who reads staff chats, and what to do in an emergency', async () => {
  await open()
  expect(screen.getByText(/由本人在工作时间查看/).textContent).toContain('120')
})
