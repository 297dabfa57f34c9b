/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { ApiFailure } from '../api-client/api-failure'
import { useLiveQuery } from './use-live-query'
import { frameVisible } from './use-visible'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const counting = () => jest.fn(async (previous: number | null) => (previous ?? 0) + 1)
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

test('asks at once and every 3 s, each time with what it knew', async () => {
  const load = counting()
  const { result } = renderHook(() => useLiveQuery('k', load))
  expect(result.current.status).toBe('loading')
  await pass(0)
  expect(result.current).toMatchObject({ status: 'ready', value: 1, failure: null })
  await pass(3000)
  expect(result.current).toMatchObject({ value: 2 })
  expect(load.mock.calls.map(([previous]) => previous)).toEqual([null, 1])
})

test('asks nothing while hidden, and at once when shown again', async () => {
  const load = counting()
  renderHook(() => useLiveQuery('k', load))
  await pass(0)
  act(() => void Taro.eventCenter.trigger(frameVisible, false))
  await pass(60_000)
  expect(load).toHaveBeenCalledTimes(1)
  act(() => void Taro.eventCenter.trigger(frameVisible, true))
  await pass(0)
  expect(load).toHaveBeenCalledTimes(2)
})

test('a failed poll keeps the last value beside the failure, the next one heals it', async () => {
  const answers = [1, new ApiFailure('unreachable'), 2]
  const load = async () => {
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer ?? 0
  }
  const { result } = renderHook(() => useLiveQuery('k', load))
  await pass(0)
  await pass(3000)
  expect(result.current).toMatchObject({ status: 'ready', value: 1, failure: { code: 'unreachable' } })
  await pass(3000)
  expect(result.current).toMatchObject({ status: 'ready', value: 2, failure: null })
})

test('a failure with nothing known is a failure, and reload asks again', async () => {
  const load = jest.fn(async (): Promise<number> => {
    if (load.mock.calls.length === 1) throw new ApiFailure('internal')
    return 7
  })
  const { result } = renderHook(() => useLiveQuery('k', load, { everyMs: null }))
  await pass(0)
  expect(result.current).toMatchObject({ status: 'failed', failure: { code: 'internal' } })
  act(() => result.current.reload())
  await pass(0)
  expect(result.current).toMatchObject({ status: 'ready', value: 7 })
})

test('a new key starts afresh and a late answer of the old one is dropped', async () => {
  let answerOld: (value: string) => void = () => undefined
  const load = (key: string) => () =>
    key === 'old' ? new Promise<string>((resolve) => (answerOld = resolve)) : Promise.resolve('new value')
  const { result, rerender } = renderHook(({ key }) => useLiveQuery(key, load(key)), { initialProps: { key: 'old' } })
  rerender({ key: 'new' })
  await pass(0)
  await act(async () => answerOld('old value'))
  expect(result.current).toMatchObject({ status: 'ready', value: 'new value' })
})

test('replace shows what a change answered without asking', async () => {
  const load = counting()
  const { result } = renderHook(() => useLiveQuery('k', load, { everyMs: null }))
  await pass(0)
  act(() => result.current.replace(40))
  expect(result.current).toMatchObject({ value: 40 })
  expect(load).toHaveBeenCalledTimes(1)
})

test('stops with its page', async () => {
  const load = counting()
  const { unmount } = renderHook(() => useLiveQuery('k', load))
  await pass(0)
  unmount()
  await pass(30_000)
  expect(load).toHaveBeenCalledTimes(1)
})
