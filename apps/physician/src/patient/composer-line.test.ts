import { composerLine } from './composer-line'

const lin = { name: '林致远', title: '主治医师' }
const closesAt = '2026-11-25T02:12:00.000Z'

it('says channel, signature and how many are left', () => {
  expect(composerLine({ open: true, left: 3, closesAt }, lin)).toEqual({
    kind: 'open',
    channel: '微信客服',
    signature: '署名 林致远 主治医师',
    left: '还可发 3 条',
  })
})

it.each([
  [{ open: true, left: 0, closesAt }, '4 条已经发完'],
  [{ open: false, left: 0, closesAt }, '超过 48 小时'],
  [{ open: false, left: 4, closesAt }, '超过 48 小时'],
  [{ open: false, left: 0, closesAt: null }, '还没有在微信客服说过话'],
])('closes with its reason: %j', (window, why) => {
  const line = composerLine(window, lin)
  expect(line.kind).toBe('closed')
  expect(line).toMatchObject({ why: expect.stringContaining(why), next: expect.stringContaining('小程序') })
})
