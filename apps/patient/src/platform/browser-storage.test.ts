import { browserStorage } from './browser-storage'

const fakeStorage = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage,
  }
}

test('two phones in one browser stay apart', () => {
  const { storage, kept } = fakeStorage()
  browserStorage(() => storage, 'p1:').write('session', 'one')
  expect(browserStorage(() => storage, 'p2:').read('session')).toBeNull()
  expect(browserStorage(() => storage, 'p1:').read('session')).toBe('one')
  expect([...kept.keys()]).toEqual(['p1:session'])
})

test('where the browser refuses storage, the page remembers by itself', () => {
  const storage = browserStorage(() => {
    throw new Error('SecurityError')
  }, 'p1:')
  expect(storage.read('session')).toBeNull()
  storage.write('session', 'one')
  expect(storage.read('session')).toBe('one')
  storage.remove('session')
  expect(storage.read('session')).toBeNull()
})
