/** @jest-environment jsdom */
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { page } from '../../../../testing/taro'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { openPage } from '../../testing/open-page'
import { session } from '../api'
import { MainTabs } from '../tabs/main-tabs'
import { noteRead } from './unread'

const open = async () => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  return held
}
const again = async () => {
  await act(async () => page.hide())
  await act(async () => page.show())
}

test('what the assistant says while another page is open puts a dot on 消息', async () => {
  const { host } = await open()
  noteRead('2026-11-24T02:00:00.000Z')
  await openPage(<MainTabs current="me" />)
  await waitFor(() => expect(host.asked.some(({ route }) => route === 'patientMessages')).toBe(true))
  expect(screen.queryByLabelText('有新的')).toBeNull()
  host.talk.said.push({
    id: 'new',
    at: '2026-11-24T03:00:00.000Z',
    author: { kind: 'assistant' },
    text: '该测血糖了',
    channel: 'miniChat',
    state: 'sent',
  })
  await again()
  expect(await screen.findByLabelText('有新的')).toBeTruthy()
  // The app is closed and opened again: nothing is new to the host, and still nobody has read it.
  cleanup()
  await openPage(<MainTabs current="today" />)
  expect(screen.getByLabelText('有新的')).toBeTruthy()
  act(() => noteRead('2026-11-24T03:00:00.000Z'))
  expect(screen.queryByLabelText('有新的')).toBeNull()
})

test('own words are no news', async () => {
  const { host } = await open()
  noteRead('2026-11-24T02:00:00.000Z')
  host.talk.said.push({
    id: 'own',
    at: '2026-11-24T03:00:00.000Z',
    author: { kind: 'patient', name: '王秀兰' },
    text: '在吗',
    channel: 'kf',
    state: 'received',
  })
  await openPage(<MainTabs current="glucose" />)
  await waitFor(() => expect(host.asked.some(({ route }) => route === 'patientMessages')).toBe(true))
  expect(screen.queryByLabelText('有新的')).toBeNull()
})
