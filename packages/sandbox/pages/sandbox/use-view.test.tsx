/** @jest-environment jsdom */
import { act, renderHook, waitFor } from '@testing-library/react'
import { useView } from './use-view'

interface Counted {
  version: number
  now: string
  unchanged?: boolean
  entries?: string[]
}
const now = '2026-11-23T02:00:00.000Z'
let asked: string[] = []
let answer: () => Promise<Counted>

beforeEach(() => {
  jest.useFakeTimers()
  asked = []
  globalThis.fetch = ((path: string) => {
    asked.push(path)
    return answer().then((body) => ({ ok: true, json: () => Promise.resolve(body) }))
  }) as never
})
afterEach(() => jest.useRealTimers())

const second = () => act(() => jest.advanceTimersByTimeAsync(1_000))

test('asks every second for what is newer, and keeps what it has when nothing is', async () => {
  answer = () => Promise.resolve({ version: 7, now, entries: ['a'] })
  const { result } = renderHook(() => useView<Counted>('/view/x'))
  expect(result.current.view).toEqual({ status: 'loading', value: null })
  await waitFor(() => expect(result.current.view.status).toBe('ready'))
  const before = result.current.view
  answer = () => Promise.resolve({ version: 7, now, unchanged: true })
  await second()
  expect(asked).toEqual(['/view/x', '/view/x?after=7'])
  expect(result.current.view).toBe(before)
})

test('a new minute shows though nothing else changed', async () => {
  answer = () => Promise.resolve({ version: 7, now, entries: ['a'] })
  const { result } = renderHook(() => useView<Counted>('/view/x'))
  await waitFor(() => expect(result.current.view.status).toBe('ready'))
  answer = () => Promise.resolve({ version: 7, now: '2026-11-23T02:01:00.000Z', unchanged: true })
  await second()
  expect(result.current.view.value).toMatchObject({ now: '2026-11-23T02:01:00.000Z', entries: ['a'] })
})

test('out of reach keeps what was read, and back reads everything anew', async () => {
  const join = (before: Counted, next: Counted): Counted => ({
    ...next,
    entries: [...(before.entries ?? []), ...(next.entries ?? [])],
  })
  answer = () => Promise.resolve({ version: 7, now, entries: ['a'] })
  const { result } = renderHook(() => useView<Counted>('/view/x', join))
  await waitFor(() => expect(result.current.view.status).toBe('ready'))
  answer = () => Promise.resolve({ version: 8, now, entries: ['b'] })
  await second()
  expect(result.current.view.value?.entries).toEqual(['a', 'b'])
  answer = () => Promise.reject(new TypeError('fetch failed'))
  await second()
  expect(result.current.view).toMatchObject({ status: 'unreachable', value: { version: 8 } })
  answer = () => Promise.resolve({ version: 2, now, entries: ['c'] })
  await second()
  expect(asked.at(-1)).toBe('/view/x')
  expect(result.current.view).toEqual({ status: 'ready', value: { version: 2, now, entries: ['c'] } })
})

test('refresh asks at once', async () => {
  answer = () => Promise.resolve({ version: 7, now })
  const { result } = renderHook(() => useView<Counted>('/view/x'))
  await waitFor(() => expect(result.current.view.status).toBe('ready'))
  await act(async () => result.current.refresh())
  expect(asked).toHaveLength(2)
})
