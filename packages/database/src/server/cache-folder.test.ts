import { homedir } from 'node:os'
import { cacheFolder } from './cache-folder'

describe('cacheFolder', () => {
  it.each([
    ['the given cache', { XDG_CACHE_HOME: '/data/cache' }, false, '/data/cache/suixing'],
    ['the cache at home', {}, false, `${homedir()}/.cache/suixing`],
    ['a folder others can read, for root', { XDG_CACHE_HOME: '/root/cache' }, true, '/var/cache/suixing'],
  ])('is %s', (_what, env, isRoot, folder) => {
    expect(cacheFolder(env, isRoot)).toBe(folder)
  })
})
