/** @jest-environment jsdom */
import { browserPlatform } from './browser-platform'

const open = (search: string) => {
  window.history.replaceState(null, '', `/apps/physician/${search}`)
  return window as Window & typeof globalThis
}

/** A page whose parent is someone else, and who answers as the phone does. */
const framed = (search: string, answers: Record<string, unknown>) => {
  const page = open(search)
  const listeners: ((event: MessageEvent) => void)[] = []
  const parent = {
    postMessage: (message: { id: number; method: string }) =>
      queueMicrotask(() =>
        listeners.forEach((hear) =>
          hear({
            source: parent,
            data: { bridge: 'suixing-phone', id: message.id, result: answers[message.method] },
          } as never),
        ),
      ),
  }
  return new Proxy(page, {
    get: (target, key) => {
      if (key === 'parent') return parent
      if (key === 'addEventListener')
        return (_: string, hear: (event: MessageEvent) => void) => void listeners.push(hear)
      return Reflect.get(target, key, target)
    },
  }) as Window & typeof globalThis
}

describe('browserPlatform', () => {
  it('is outside without a phone around it', async () => {
    const platform = browserPlatform(open(''))
    expect((await platform.environment()).app).toBe('outside')
    await expect(platform.signInCode()).rejects.toMatchObject({ code: 'outside' })
  })

  it('does not trust ?phone= alone: there must be a parent', async () => {
    expect((await browserPlatform(open('?phone=lin')).environment()).app).toBe('outside')
  })

  it.each([
    ['wecom', 'qyLogin'],
    ['wechat', 'login'],
  ])('borrows the sign-in of the phone inside %s', async (app, method) => {
    const page = framed('?phone=lin', { environment: { app, statusBarHeight: 44 }, [method]: { code: `${method}-1` } })
    const platform = browserPlatform(page)
    expect(await platform.environment()).toEqual({ app, statusBarHeight: 44, bottomInset: 20 })
    expect(await platform.signInCode()).toBe(`${method}-1`)
  })
})
