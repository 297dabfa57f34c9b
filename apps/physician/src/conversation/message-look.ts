import type { MessageView } from '@suixing/contracts'

/** How a message stands in the conversation: on whose side, on which ground, and who says it where. */
export interface MessageLook {
  /** edge: a line of the system's at the middle. */
  readonly side: 'patient' | 'team' | 'edge'
  readonly ground: 'patient' | 'assistant' | 'person' | 'product' | 'note'
  readonly who: string
  /** Face of a person; nobody else has one. */
  readonly face?: string
  readonly channel: string
}

const channels: Record<MessageView['channel'], string> = {
  kf: '微信客服',
  miniChat: '小程序',
  contact: '企业微信',
  note: '只有同事看得到',
}

/** `me` is the staff id of who reads. */
export const messageLook = (message: MessageView, me: string): MessageLook => {
  const { author } = message
  const channel = channels[message.channel]
  switch (author.kind) {
    case 'patient':
      return { side: 'patient', ground: 'patient', who: author.name, face: author.name, channel }
    case 'family':
      return {
        side: 'patient',
        ground: 'patient',
        who: `${author.relation} ${author.name}`,
        face: author.name,
        channel,
      }
    case 'assistant':
      return { side: 'team', ground: 'assistant', who: '智能助手', channel }
    case 'staff': {
      const who = author.staffId === me ? '您' : `${author.name} ${author.title}`
      if (message.channel === 'note') return { side: 'team', ground: 'note', who: `内部备注 · ${who}`, channel }
      return { side: 'team', ground: 'person', who, face: author.name, channel }
    }
    case 'system':
      if (message.channel === 'note') return { side: 'team', ground: 'note', who: '内部备注', channel }
      return message.touchpointId === undefined
        ? { side: 'edge', ground: 'product', who: '', channel }
        : { side: 'team', ground: 'product', who: '随访', channel }
  }
}
