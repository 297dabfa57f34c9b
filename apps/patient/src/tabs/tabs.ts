/** The four main pages; `id` names the page folder. */
export const tabs = [
  { id: 'today', label: '今天', icon: 'today' },
  { id: 'glucose', label: '血糖', icon: 'drop' },
  { id: 'messages', label: '消息', icon: 'message' },
  { id: 'me', label: '我的', icon: 'person' },
] as const
/** One of the four. */
export type TabId = (typeof tabs)[number]['id']
