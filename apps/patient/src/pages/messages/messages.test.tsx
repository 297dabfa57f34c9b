/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import type { Person } from '../../../testing/fixture-host'
import { session } from '../../api'
import MessagesPage from './index'

const open = async (person: Person) => {
  const held = onMemoryPhone(person)
  await session.renew()
  await openPage(<MessagesPage />)
  return held
}

test('each voice is told apart, under the day it spoke', async () => {
  await open('enrolled')
  expect(await screen.findByText('昨天')).toBeTruthy()
  expect(screen.getAllByText('智能助手')).toHaveLength(2)
  expect(screen.getByText('林致远 主治医师')).toBeTruthy()
})

test('what was on screen is read', async () => {
  const { phone } = await open('enrolled')
  await screen.findByText('昨天')
  expect(phone.storage.read('read-until')).toBe('2026-11-23T02:20:00.000Z')
})

test('the chat opens inside the tap, and the next tap has a fresh link', async () => {
  const { phone, host } = await open('enrolled')
  const linksRead = () => host.asked.filter(({ route }) => route === 'assistantLink').length
  await screen.findByText('问智能助手')
  await act(async () => screen.getByText('问智能助手').click())
  expect(phone.chats).toEqual([{ url: 'https://work.weixin.qq.com/kfid/kfc123?enc_scene=abc', corpId: 'ww123' }])
  await waitFor(() => expect(linksRead()).toBe(2))
})

test('no link, no dead button: it says so and tries again', async () => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  held.host.failNext('assistantLink', 'outside-unavailable')
  await openPage(<MessagesPage />)
  expect(await screen.findByText('这次没打开，再点一次')).toBeTruthy()
  fireEvent.click(screen.getByText('问智能助手'))
  expect(await screen.findByText('24 小时都在，拿不准会转给人')).toBeTruthy()
  await act(async () => screen.getByText('问智能助手').click())
  expect(held.phone.chats).toHaveLength(1)
})

test('nothing said yet: a sentence, and the door stays open', async () => {
  await open('enrolled-empty')
  expect(await screen.findByText('这里还没有消息，有问题随时问。')).toBeTruthy()
  expect(await screen.findByText('问智能助手')).toBeTruthy()
})

test('somebody unknown is shown the way in', async () => {
  await open('stranger')
  expect(await screen.findByText('再看一次')).toBeTruthy()
  expect(screen.queryByText('问智能助手')).toBeNull()
})
