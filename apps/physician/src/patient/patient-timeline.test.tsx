/** @jest-environment jsdom */
import type { KfWindow, PatientPage, TimelineItem } from '@suixing/contracts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { asked } from '../../../../testing/taro'
import { platform } from '../platform'
import type { MemoryPlatform } from '../platform/memory-platform'
import { session } from '../session/current-session'
import { PatientTimeline } from './patient-timeline'

const memory = platform as MemoryPlatform
const now = '2026-11-23T02:15:00.000Z'
const lin = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }
const question: TimelineItem = {
  kind: 'message',
  id: 'm1',
  at: '2026-11-23T02:12:00.000Z',
  message: {
    id: 'm1',
    at: '2026-11-23T02:12:00.000Z',
    author: { kind: 'patient', name: '王秀兰' },
    text: '我这两天脚有点麻，要紧吗',
    channel: 'kf',
    state: 'received',
  },
}
let kf: KfWindow
let fate: 'accept' | 'outside-unavailable' | 'unreachable'
let timeline: TimelineItem[]

const pageNow = (): PatientPage => ({
  unchanged: false,
  cursor: 'c',
  now,
  patient: {
    id: 'wang',
    name: '王秀兰',
    gender: 'female',
    age: 68,
    diagnosisYear: 2014,
    therapy: null,
    status: 'enrolled',
    tags: [{ id: 'g', name: '餐后高', says: '', since: now }],
    conversation: 'waiting',
    conversationId: 'talk-wang',
    waitingSince: now,
    window: kf,
    quickReplies: ['周四门诊查脚', '多久了？'],
  },
  glucose: null,
  timeline,
})
const sent = () =>
  memory.calls
    .filter((call) => call.path.endsWith('/replies'))
    .map((call) => JSON.parse(String(call.body)) as { text: string; clientId: string })

beforeEach(async () => {
  jest.useFakeTimers()
  kf = { open: true, left: 3, closesAt: '2026-11-25T02:12:00.000Z' }
  fate = 'accept'
  timeline = [question]
  memory.calls.length = 0
  memory.answer = async ({ path, body }) => {
    if (path === '/api/physician/session') return { status: 200, body: { token: 't', expiresAt: now, staff: lin } }
    if (!path.endsWith('/replies')) return { status: 200, body: pageNow() }
    if (fate === 'unreachable') throw new Error('offline')
    if (fate !== 'accept') return { status: 502, body: { code: fate, message: '', requestId: 'r' } }
    const { text } = JSON.parse(String(body)) as { text: string }
    const message = {
      id: 'm2',
      at: now,
      author: { kind: 'staff', staffId: 'lin', name: '林致远', title: '主治医师' },
      text,
      channel: 'kf',
      state: 'sent',
    } as const
    kf = { ...kf, left: kf.left - 1 }
    timeline = [{ kind: 'message', id: 'm2', at: now, message }, ...timeline]
    return { status: 200, body: { message, window: kf, via: 'kf', told: 'not-needed' } }
  }
  await session.start()
})
afterEach(() => jest.useRealTimers())

/** Each test writes to a patient of its own: drafts outlive a page. */
let patients = 0
const open = async (id = `wang-${++patients}`) => {
  const opened = render(<PatientTimeline id={id} staff={lin} onBack={() => undefined} />)
  await act(() => jest.advanceTimersByTimeAsync(0))
  return { id, close: opened.unmount }
}
const field = () => screen.getByPlaceholderText<HTMLTextAreaElement>('回复王秀兰')
const write = (value: string) => fireEvent.change(field(), { target: { value } })
const send = async () => {
  fireEvent.click(screen.getByLabelText('发送'))
  await act(() => jest.advanceTimersByTimeAsync(0))
}

it('shows the person, the question and where a reply goes', async () => {
  await open()
  expect(screen.getByText('女 68 岁 · 2014 年确诊')).toBeTruthy()
  expect(screen.getByText('餐后高')).toBeTruthy()
  expect(screen.getByText('患者提问')).toBeTruthy()
  expect(screen.getByText('微信客服 · 署名 林致远 主治医师 · 还可发 3 条')).toBeTruthy()
})

it('sends and shows what was sent, with one message fewer left', async () => {
  await open()
  write('脚麻多久了？')
  await send()
  expect(screen.getByText('您回复了')).toBeTruthy()
  expect(screen.getByText('已送达')).toBeTruthy()
  expect(screen.getByText(/还可发 2 条/)).toBeTruthy()
  expect(field().value).toBe('')
})

it('writes a quick reply into the field, joined to what stands there, once', async () => {
  await open()
  fireEvent.click(screen.getByText('多久了？'))
  fireEvent.click(screen.getByText('周四门诊查脚'))
  fireEvent.click(screen.getByText('周四门诊查脚'))
  expect(field().value).toBe('多久了？周四门诊查脚')
})

it('keeps the words when sending failed, says what to do, and retries as the same reply', async () => {
  fate = 'outside-unavailable'
  await open()
  write('脚麻多久了？')
  await send()
  expect(screen.getByRole('alert').textContent).toContain('患者只会收到一条')
  expect(field().value).toBe('脚麻多久了？')
  fate = 'accept'
  await send()
  expect(sent()).toHaveLength(2)
  expect(sent()[0]).toEqual(sent()[1])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('keeps a draft when the page is left', async () => {
  const { id, close } = await open()
  write('写到一半')
  close()
  await open(id)
  expect(field().value).toBe('写到一半')
})

it('closes the field when the window is closed, and says why', async () => {
  kf = { open: false, left: 0, closesAt: '2026-11-22T02:12:00.000Z' }
  await open()
  expect(screen.queryByPlaceholderText('回复王秀兰')).toBeNull()
  expect(screen.getByText('现在不能回复王秀兰')).toBeTruthy()
  expect(screen.getByRole('note').textContent).toContain('48 小时')
})

it('opens the field again when the patient writes', async () => {
  kf = { open: true, left: 0, closesAt: now }
  await open()
  expect(screen.getByRole('note').textContent).toContain('已经发完')
  kf = { open: true, left: 4, closesAt: now }
  await act(() => jest.advanceTimersByTimeAsync(3000))
  expect(screen.getByText(/还可发 4 条/)).toBeTruthy()
})

it('sends nothing while nothing is written', async () => {
  await open()
  await send()
  expect(sent()).toHaveLength(0)
  expect(screen.getByLabelText('发送').getAttribute('aria-disabled')).toBe('true')
})

it('leads to the whole conversation', async () => {
  await open()
  fireEvent.click(screen.getByText('看对话'))
  expect(asked[asked.length - 1]).toEqual({
    name: 'navigateTo',
    options: { url: '/pages/conversation/index?id=talk-wang' },
  })
})
