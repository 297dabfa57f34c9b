/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { openPage } from '../../testing/open-page'
import { session } from '../api'
import { Composer } from './composer'

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }))
afterEach(() => jest.useRealTimers())

const open = async () => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  await openPage(<Composer programmeId="type-2-diabetes" onGrown={() => undefined} />)
  const recording = () => {
    const { recording: now } = held.phone
    if (!now) throw new Error('nothing is being recorded')
    return now
  }
  const saidKinds = () => held.host.talk.said.flatMap(({ content }) => content?.kind ?? [])
  return { ...held, recording, saidKinds }
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const toVoice = () => fireEvent.click(screen.getByLabelText('说话'))
const at = (clientY: number) => ({ touches: [{ clientY }] })

test('pictures go one message each', async () => {
  const { phone, saidKinds } = await open()
  phone.images = { kind: 'chosen', files: [phone.putFile('a.jpg', 3), phone.putFile('b.jpg', 4)] }
  fireEvent.click(screen.getByLabelText('发照片'))
  await pass(0)
  await waitFor(() => expect(saidKinds()).toEqual(['image', 'image']))
  expect(phone.keptFiles.size).toBe(0)
})

test('a permission not given: a sentence that says how to give it', async () => {
  const { phone } = await open()
  phone.images = { kind: 'not-allowed' }
  fireEvent.click(screen.getByLabelText('发照片'))
  await pass(0)
  expect(screen.getByRole('alert').textContent).toContain('去设置')
  fireEvent.click(screen.getByText('去设置'))
  expect(phone.settingsOpened).toBe(1)
})

test('held and let go: the voice goes, with its seconds', async () => {
  const { phone, recording, saidKinds, host } = await open()
  toVoice()
  const button = screen.getByText('按住说话')
  fireEvent.touchStart(button, at(700))
  act(() => recording().listener.started())
  await pass(3200)
  expect(screen.getByRole('status').textContent).toContain('3 秒')
  fireEvent.touchEnd(button)
  expect(recording().ended).toBe('stopped')
  act(() => recording().listener.ended(phone.putFile('v.mp3', 900, 3.2)))
  await pass(0)
  await waitFor(() => expect(saidKinds()).toEqual(['voice']))
  const voice = host.talk.said.find(({ content }) => content?.kind === 'voice')?.content
  expect(voice).toMatchObject({ media: { seconds: 3.2, bytes: 900 } })
})

test('slid up and let go: nothing goes', async () => {
  const { recording, saidKinds } = await open()
  toVoice()
  const button = screen.getByText('按住说话')
  fireEvent.touchStart(button, at(700))
  act(() => recording().listener.started())
  await pass(3000)
  fireEvent.touchMove(button, at(600))
  expect(screen.getByText('松开就不要了')).toBeTruthy()
  fireEvent.touchEnd(button)
  expect(recording().ended).toBe('cancelled')
  await pass(0)
  expect(saidKinds()).toEqual([])
})

test('tapped to begin and to end: it can be heard before it goes, or thrown away', async () => {
  const { phone, recording, saidKinds } = await open()
  toVoice()
  fireEvent.click(screen.getByText('点一下说'))
  act(() => recording().listener.started())
  await pass(5000)
  fireEvent.click(screen.getByText('说完了'))
  act(() => recording().listener.ended(phone.putFile('v.mp3', 900, 5)))
  await pass(0)
  expect(screen.getByLabelText('播放语音')).toBeTruthy()
  fireEvent.click(screen.getByText('不要了'))
  expect(phone.keptFiles.size).toBe(0)
  expect(saidKinds()).toEqual([])
  expect(screen.getByText('点一下说')).toBeTruthy()
})

test('a microphone not allowed: a sentence that says how to allow it', async () => {
  const { recording } = await open()
  toVoice()
  fireEvent.click(screen.getByText('点一下说'))
  act(() => recording().listener.failed('not-allowed'))
  expect(screen.getByRole('alert').textContent).toContain('麦克风')
  expect(screen.getByText('去设置')).toBeTruthy()
})
