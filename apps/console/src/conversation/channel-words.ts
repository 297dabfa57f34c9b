import type { MessageView } from '@suixing/contracts'

/** Where a message was said. */
export const messageChannelWords: Record<MessageView['channel'], string> = {
  kf: '微信客服',
  miniChat: '小程序对话',
  contact: '好友聊天',
  note: '内部备注',
}
