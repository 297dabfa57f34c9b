import { prefixedStrings, type RawStrings } from './prefixed-strings'

const overMap = (map: Map<string, string>): RawStrings => ({
  get: (key) => map.get(key),
  set: (key, value) => void map.set(key, value),
  remove: (key) => void map.delete(key),
})

describe('prefixedStrings', () => {
  it('keeps two phones apart in one store', () => {
    const map = new Map<string, string>()
    prefixedStrings('lin:', overMap(map)).write('session', 'a')
    expect(prefixedStrings('chen:', overMap(map)).read('session')).toBeUndefined()
    expect(prefixedStrings('lin:', overMap(map)).read('session')).toBe('a')
  })

  it('remembers for as long as the app lives when the browser refuses storage', () => {
    const refuse = () => {
      throw new Error('SecurityError')
    }
    const kept = prefixedStrings('lin:', { get: refuse, set: refuse, remove: refuse })
    expect(kept.read('draft')).toBeUndefined()
    kept.write('draft', '脚麻多久了')
    expect(kept.read('draft')).toBe('脚麻多久了')
    kept.remove('draft')
    expect(kept.read('draft')).toBeUndefined()
  })
})
