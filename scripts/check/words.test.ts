import { personalWords } from './words'

describe('personal words', () => {
  it.each([
    ["const state = '/" + "work/main/state'", 'a path of one machine'],
    ['see /' + 'Users/li/notes', 'a path of one machine'],
    ['HOME=/' + 'root/.config', 'the home of root'],
    ['"https://registry.npm' + 'js.org/zod"', 'the host of a registry'],
  ])('finds %s', (line, what) => {
    expect(personalWords(`first\n${line}`)).toEqual([{ line: 2, what }])
  })
  it.each(['npm run walk', 'https://example.com/work/flow', '/rootfs', 'packages/home/x'])(
    'leaves %s alone',
    (line) => {
      expect(personalWords(line)).toEqual([])
    },
  )
})
