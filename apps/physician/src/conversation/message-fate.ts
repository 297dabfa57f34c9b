import type { ConversationPage, MessageView } from '@suixing/contracts'
import type { Outgoing } from './outgoing'
import type { WindowLine } from './window-line'

/** How a message of the team's fared; `failed` says why and what to do, in the host's words. */
export type MessageFate =
  | { readonly kind: 'none' }
  | { readonly kind: 'quiet'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string }

/** Read marks exist only in the mini-program's chat: WeCom tells nothing of the kind. */
export const messageFate = (message: MessageView, readUpTo: ConversationPage['readUpTo']): MessageFate => {
  const { state, channel, failure, at } = message
  if (state === 'received' || channel === 'note') return { kind: 'none' }
  if (state === 'sending') return { kind: 'quiet', text: '正在发送' }
  if (state === 'failed') return { kind: 'failed', text: `没有送到${failure ? `：${failure.zh}` : ''}` }
  if (channel !== 'miniChat') return { kind: 'quiet', text: '已发出' }
  return { kind: 'quiet', text: readUpTo.patient !== null && at <= readUpTo.patient ? '患者已读' : '患者未读' }
}

/** After these the same again arrives twice or is refused wherever it goes. */
const never: readonly string[] = ['outcome-unknown', 'security']
/** After these kf refuses the same again; the mini-program's chat takes it. */
const notByKf: readonly string[] = [
  'state-forbids',
  'type-forbidden',
  'patient-rejects',
  'account-gone',
  'not-verified',
  'not-logged-in',
]

/** What to send when the reader tries a failed message of their own once more; null where that would not help. */
export const sendableAgain = (message: MessageView, me: string, tone: WindowLine['tone']): Outgoing | null => {
  const { author, state, failure, content, text } = message
  if (state !== 'failed' || message.recalledAt !== undefined || message.channel === 'note') return null
  const code = failure?.code ?? ''
  if (author.kind !== 'staff' || author.staffId !== me || never.includes(code)) return null
  if (tone !== 'fallback' && notByKf.includes(code)) return null
  if (!content) return { kind: 'text', text }
  if (content.kind === 'card' && content.contentId !== null)
    return { kind: 'card', contentId: content.contentId, title: content.title }
  if (content.kind === 'image') return { kind: 'image', ref: '', name: '', mediaId: content.media.id }
  return null
}

/** Whether the words of a failed message were sent once more already, by the same person and without failing. */
export const wasSentAgain = (failed: MessageView, all: readonly MessageView[]): boolean =>
  all.slice(all.findIndex(({ id }) => id === failed.id) + 1).some((later) => {
    const isSame = later.text === failed.text && mediaOf(later) === mediaOf(failed)
    return isSame && later.state !== 'failed' && staffOf(later) !== null && staffOf(later) === staffOf(failed)
  })

const staffOf = ({ author }: MessageView) => (author.kind === 'staff' ? author.staffId : null)
const mediaOf = ({ content }: MessageView) => (content && 'media' in content ? content.media.id : null)

/** Where another attempt would go, on its button. */
export const againText = (tone: WindowLine['tone']): string => (tone === 'fallback' ? '改发到小程序聊天' : '再发一次')
