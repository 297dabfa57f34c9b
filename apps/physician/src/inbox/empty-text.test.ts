import { emptyText } from './empty-text'

it.each([
  [{ filter: 'waiting' as const }, 4, '没有人在等您回'],
  [{ filter: 'mine' as const }, 4, '您手上没有对话'],
  [{ filter: 'waiting' as const }, 0, '还没有对话。患者在微信客服或小程序里说话后，会出现在这里。'],
  [{ filter: 'all' as const, q: '脚麻' }, 4, '没有找到「脚麻」'],
  [{ filter: 'all' as const, q: '赵' }, 4, '没有叫「赵」的患者，再写一个字也能找说过的话'],
])('%j of %d: %s', (choice, all, text) => {
  expect(emptyText(choice, all)).toBe(text)
})
