import type { ChannelName } from '@suixing/contracts'

const words: Record<ChannelName, string> = {
  kf: '微信客服',
  subscribe: '订阅消息',
  mass: '群发',
  groupMass: '群群发',
  sms: '短信',
  phone: '电话随访',
  staffMessage: '企业微信通知',
  miniChat: '小程序对话',
}
/** A channel in words; a name the contract gives as free text is shown as it came. */
export const channelWords = (channel: string): string => words[channel as ChannelName] ?? channel
