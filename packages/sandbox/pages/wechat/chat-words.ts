import type { ChatView, ViewedMessage } from '../sandbox/views'
import type { FaceOf } from './face'
import { saidBy } from './said-by'

/** The face of a chat in the list. */
export function faceOf(chat: ChatView): FaceOf {
  if (chat.kind === 'kf') return { kind: 'assistant' }
  return { kind: chat.kind === 'staff' ? 'person' : 'service', name: chat.title }
}

/** The face beside a message: in the kf chat the signature line tells assistant from person. */
export function faceBeside(message: ViewedMessage, chat: ChatView, patientName: string): FaceOf {
  if (message.from === 'patient') return { kind: 'patient', name: patientName }
  if (chat.kind !== 'kf') return faceOf(chat)
  const by = saidBy(message.content.type === 'text' ? message.content.text : '')
  return by.kind === 'person' ? by : { kind: 'assistant' }
}

const kinds = { image: '图片', voice: '语音', video: '视频', file: '文件' } as const

/** Whose chat is drawn: the patient's in WeChat, or the servicer's in WeCom. */
export type Viewer = 'patient' | 'corp'

/** What stands where a recalled message was. */
export function recalledLine(message: ViewedMessage, viewer: Viewer): string {
  return message.from === viewer ? '你撤回了一条消息' : `“${message.by}”撤回了一条消息`
}

/** How long a message can be taken back. */
export const recallWithinMs = 2 * 60_000

/** Whether the patient may still take a message of a kf chat back. */
export function canRecall(message: ViewedMessage, now: number): boolean {
  return message.from === 'patient' && message.content.type !== 'recalled' && now - message.at <= recallWithinMs
}

/** One line of the newest message for the list. */
export function lastLine(chat: ChatView): string {
  return lastLineOf(chat.messages.at(-1), 'patient')
}

/** One line of a message; nothing where there is none. */
export function lastLineOf(last: ViewedMessage | undefined, viewer: Viewer): string {
  if (last === undefined) return ''
  const { content } = last
  switch (content.type) {
    case 'text':
    case 'notice':
      return content.text.replace(/\s+/g, ' ')
    case 'link':
      return `[链接] ${content.title}`
    case 'miniprogram':
      return `[小程序] ${content.title}`
    case 'menu':
      return content.head || `[菜单] ${content.items[0]?.content ?? ''}`
    case 'template':
      return content.title
    case 'location':
      return `[位置] ${content.name}`
    case 'card':
      return `[名片] ${content.name}`
    case 'recalled':
      return recalledLine(last, viewer)
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return `[${kinds[content.type]}] ${content.name}`
  }
}

/** Whether the time stands above a message: above the first, and after three quiet minutes. */
export function timeAbove(message: ViewedMessage, before: ViewedMessage | undefined): boolean {
  return before === undefined || message.at - before.at >= 3 * 60_000
}
