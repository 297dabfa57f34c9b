/** @jest-environment jsdom */
import { act, render } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { ChartCanvas } from './chart-canvas'

const drawing = (width: number) => ({
  width,
  height: 100,
  marks: [{ kind: 'dot', role: 'range-inRange', x: 10, y: 10, radius: 4, halo: 0 } as const],
})
const fakeCanvas = () => {
  const fills: number[] = []
  const scaled: number[] = []
  const context = new Proxy({} as Record<string, unknown>, {
    get: (held, name: string) =>
      name === 'fill'
        ? () => fills.push(1)
        : name === 'scale'
          ? (x: number) => scaled.push(x)
          : (held[name] ?? (() => undefined)),
    set: (held, name: string, value) => ((held[name] = value), true),
  })
  return { node: { width: 300, height: 150, getContext: () => context }, fills, scaled }
}
const answering = (answers: () => unknown[]) => {
  const query = {
    select: () => query,
    node: () => query,
    boundingClientRect: () => query,
    exec: (heard: (found: unknown[]) => void) => heard(answers()),
  }
  jest.spyOn(Taro, 'createSelectorQuery').mockImplementation(() => query as never)
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

test('paints at the pixels of the device', async () => {
  const { node, fills, scaled } = fakeCanvas()
  answering(() => [{ node }, { width: 311 }])
  render(<ChartCanvas id="c" height={100} says="一次" draw={drawing} />)
  await pass(0)
  expect([node.width, node.height]).toEqual([622, 200])
  expect(scaled).toEqual([2])
  expect(fills).toHaveLength(1)
  await pass(2000)
  expect(fills).toHaveLength(1)
})

test('paints again when the component sized the canvas after it', async () => {
  const { node, fills } = fakeCanvas()
  answering(() => [{ node }, { width: 311 }])
  render(<ChartCanvas id="c" height={100} says="一次" draw={drawing} />)
  await pass(0)
  node.width = 311
  await pass(120)
  expect(node.width).toBe(622)
  expect(fills).toHaveLength(2)
})

test('waits for a canvas that is not there yet', async () => {
  const { node, fills } = fakeCanvas()
  let there = false
  answering(() => (there ? [{ node }, { width: 311 }] : [null, null]))
  render(<ChartCanvas id="c" height={100} says="一次" draw={drawing} />)
  await pass(240)
  expect(fills).toHaveLength(0)
  there = true
  await pass(120)
  expect(fills).toHaveLength(1)
})
