import type { InboxChoice } from './load-inbox'

export type InboxFilter = 'waiting' | 'mine' | 'all'

/** Why a list is empty, in one sentence. `all` is how many conversations there are at all. */
export const emptyText = ({ filter, q }: InboxChoice, all: number): string => {
  if (q !== undefined) return q.length < 2 ? `没有叫「${q}」的患者，再写一个字也能找说过的话` : `没有找到「${q}」`
  if (all === 0) return '还没有对话。患者在微信客服或小程序里说话后，会出现在这里。'
  return filter === 'mine' ? '您手上没有对话' : '没有人在等您回'
}
