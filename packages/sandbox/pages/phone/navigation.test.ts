import { atHome, navigate, topOf } from './navigation'
import type { Navigation, Step } from './navigation'

const walk = (...steps: Step[]): Navigation => steps.reduce(navigate, atHome)
const openApp = (path: string | null): Step => ({ do: 'open-app', appid: 'wx1', path, firstPath: 'pages/today/index' })

test('back from a chat opened over an app comes back to the app', () => {
  const there = walk(openApp('pages/today/index?entry=k'), { do: 'open-chat', chatId: 'kf' })
  expect(topOf(there)).toEqual({ kind: 'chat', chatId: 'kf' })
  expect(topOf(navigate(there, { do: 'back' }))).toEqual({ kind: 'app', appid: 'wx1' })
})

test('back on the first screen stays there', () => {
  expect(walk({ do: 'back' }, { do: 'back' }).stack).toEqual([{ kind: 'home' }])
})

test('an app left and opened without a page goes on where it was', () => {
  const left = walk(openApp('pages/glucose/index'), { do: 'home' })
  expect(navigate(left, openApp(null)).apps).toEqual([{ appid: 'wx1', path: 'pages/glucose/index', serial: 1 }])
})

test('an app opened at a page is launched anew', () => {
  expect(walk(openApp(null), openApp('pages/glucose/index')).apps).toEqual([
    { appid: 'wx1', path: 'pages/glucose/index', serial: 2 },
  ])
})

test('the first launch without a page takes the first page', () => {
  expect(walk(openApp(null)).apps[0]?.path).toBe('pages/today/index')
})

test('going to and fro between app and chat does not pile up screens', () => {
  const chat: Step = { do: 'open-chat', chatId: 'kf' }
  expect(walk(chat, openApp(null), chat, openApp(null)).stack).toHaveLength(3)
})
