/** @jest-environment jsdom */
import type { PatientList as Answer, PatientRow } from '@suixing/contracts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../platform'
import type { MemoryPlatform } from '../platform/memory-platform'
import { session } from '../session/current-session'
import { PatientList } from './patient-list'

const memory = platform as MemoryPlatform
const now = '2026-11-23T02:48:00.000Z'
const row = (over: Partial<PatientRow> & Pick<PatientRow, 'id' | 'name'>): PatientRow => ({
  gender: 'female',
  age: 68,
  status: 'enrolled',
  waitingSince: null,
  urgent: false,
  why: null,
  latest: null,
  counts: null,
  tags: [],
  ...over,
})
const wang = row({
  id: 'wang',
  name: '王秀兰',
  waitingSince: '2026-11-23T02:34:00.000Z',
  urgent: false,
  why: '问：这两天脚有点麻，要紧吗',
  latest: { at: now, minuteOfDay: 522, glucose: { kind: 'number', value: 7.8, unit: 'mmol/L' }, level: 'inRange' },
})
const chen = row({ id: 'chen', name: '陈玉芬', why: '空腹连续 3 天高于 10.0' })

let everybody: PatientRow[]
let down: boolean
const answerList = (path: string): Answer => {
  const filter = new URL(path, 'http://host').searchParams.get('filter')
  const rows = everybody.filter((one) => filter === 'all' || one.waitingSince !== null)
  return {
    unchanged: false,
    rows,
    waiting: everybody.filter((one) => one.waitingSince).length,
    total: everybody.length,
    cursor: 'c',
    now,
  }
}
const asks = () => memory.calls.filter((call) => call.path.startsWith('/api/physician/patients'))

beforeEach(async () => {
  jest.useFakeTimers()
  everybody = [wang, chen]
  down = false
  memory.answer = async ({ path }) => {
    if (path === '/api/physician/session')
      return {
        status: 200,
        body: {
          token: 't',
          expiresAt: now,
          staff: { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' },
        },
      }
    if (down) throw new Error('offline')
    return { status: 200, body: answerList(path) }
  }
  memory.calls.length = 0
  await session.start()
})
afterEach(() => jest.useRealTimers())

const shown = async () => {
  render(<PatientList />)
  await act(() => jest.advanceTimersByTimeAsync(0))
}

it('shows who waits, for how long, why, and the last value with its word', async () => {
  await shown()
  expect(screen.getByText('等我 1')).toBeTruthy()
  expect(screen.getByText('全部 2')).toBeTruthy()
  expect(screen.getByText('等回复 14 分')).toBeTruthy()
  expect(screen.getByText('问：这两天脚有点麻，要紧吗')).toBeTruthy()
  expect(screen.getByLabelText('在目标内').textContent).toBe('7.8')
  expect(screen.queryByText('陈玉芬')).toBeNull()
})

it('shows everybody, and a missing reading as a word', async () => {
  await shown()
  fireEvent.click(screen.getByText('全部 2'))
  await act(() => jest.advanceTimersByTimeAsync(0))
  expect(screen.getByText('陈玉芬')).toBeTruthy()
  expect(screen.getByText('无读数')).toBeTruthy()
})

it('asks again every three seconds and shows who came', async () => {
  await shown()
  everybody = [wang, { ...chen, waitingSince: now }]
  const before = asks().length
  await act(() => jest.advanceTimersByTimeAsync(3000))
  expect(asks().length).toBe(before + 1)
  expect(asks()[asks().length - 1]?.path).toContain('since=c')
  expect(screen.getByText('等我 2')).toBeTruthy()
})

it('says that nobody waits, and leads to everybody', async () => {
  everybody = [chen]
  await shown()
  expect(screen.getByText('没有人在等您')).toBeTruthy()
  fireEvent.click(screen.getByText('看全部患者'))
  await act(() => jest.advanceTimersByTimeAsync(0))
  expect(screen.getByText('陈玉芬')).toBeTruthy()
})

it('finds by name among everybody, and says when there is no such name', async () => {
  await shown()
  fireEvent.click(screen.getByLabelText('按姓名找'))
  fireEvent.change(screen.getByPlaceholderText('按姓名找患者'), { target: { value: '陈' } })
  await act(() => jest.advanceTimersByTimeAsync(0))
  expect(screen.getByText('陈玉芬')).toBeTruthy()
  expect(screen.queryByText('王秀兰')).toBeNull()
  fireEvent.change(screen.getByPlaceholderText('按姓名找患者'), { target: { value: '赵' } })
  expect(screen.getByText('没有叫「赵」的患者')).toBeTruthy()
})

it('keeps what it read when the network goes, and says so', async () => {
  await shown()
  down = true
  await act(() => jest.advanceTimersByTimeAsync(3000))
  expect(screen.getByText('王秀兰')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('正在重连')
})

it('offers to try again when nothing could be read', async () => {
  down = true
  await shown()
  expect(screen.getByText('网络没连上')).toBeTruthy()
  down = false
  fireEvent.click(screen.getByText('再试一次'))
  await act(() => jest.advanceTimersByTimeAsync(0))
  expect(screen.getByText('王秀兰')).toBeTruthy()
})
