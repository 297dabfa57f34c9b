import type { MessageView, SendAnswer, SendRequest, StaffView } from '@suixing/contracts'
import { failureCode } from '../api/api-failure'
import { mediaKindWords } from '../conversation/media-words'
import { sendFailureWords } from './send-failure-words'

/** What somebody sends: words, an internal note, a card of the programme, or a file of theirs. */
export type Outgoings =
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'card'; readonly contentId: string; readonly title: string }
  | { readonly kind: 'image' | 'video' | 'file'; readonly file: File; readonly preview: string | null }

/** A message on its way: shown at once, kept until the conversation holds it. The clientId makes every retry the same message. */
export interface Outgoing {
  readonly clientId: string
  readonly at: string
  readonly what: Outgoings
  /** Given by the host once the file has arrived there, so that a retry does not send it twice. */
  readonly mediaId: string | null
  readonly state: 'sending' | 'failed' | 'accepted'
  readonly error: unknown
  readonly answer: SendAnswer | null
}

/** The request of an outgoing message; a file must have been uploaded before. */
export function requestOf({ clientId, what, mediaId }: Outgoing): SendRequest {
  switch (what.kind) {
    case 'text':
    case 'note':
      return { kind: what.kind, clientId, text: what.text }
    case 'card':
      return { kind: 'card', clientId, contentId: what.contentId }
    default:
      if (mediaId === null) throw new Error('the file was not uploaded')
      return { kind: what.kind, clientId, mediaId }
  }
}

const contentOf = ({ clientId, what }: Outgoing): MessageView['content'] => {
  if (what.kind === 'card') return { kind: 'card', title: what.title, page: '', contentId: what.contentId }
  if (!('file' in what)) return undefined
  return {
    kind: what.kind,
    media: {
      id: clientId,
      state: what.preview === null ? 'pending' : 'stored',
      url: what.preview,
      contentType: what.file.type || null,
      bytes: what.file.size,
      name: what.file.name,
      seconds: null,
    },
  }
}

/** An outgoing message as the conversation will show it. */
export function shownAs(outgoing: Outgoing, staff: StaffView, channel: 'kf' | 'miniChat'): MessageView {
  if (outgoing.answer) return outgoing.answer.message
  const { what, state, error } = outgoing
  const content = contentOf(outgoing)
  const text =
    'text' in what ? what.text : what.kind === 'card' ? `[卡片] ${what.title}` : `[${mediaKindWords[what.kind]}]`
  return {
    id: outgoing.clientId,
    at: outgoing.at,
    author: { kind: 'staff', staffId: staff.id, name: staff.name, title: staff.title },
    text,
    ...(content ? { content } : {}),
    channel: what.kind === 'note' ? 'note' : channel,
    state: state === 'failed' ? 'failed' : 'sending',
    ...(state === 'failed'
      ? { failure: { code: failureCode(error), zh: sendFailureWords(error).title, en: failureCode(error) } }
      : {}),
    clientId: outgoing.clientId,
  }
}

/** What is still to be shown beside a conversation: what it does not hold yet. */
export const notYetIn = (outgoings: readonly Outgoing[], messages: readonly MessageView[]): Outgoing[] => {
  const held = new Set(messages.flatMap(({ id, clientId }) => (clientId === undefined ? [id] : [id, clientId])))
  return outgoings.filter(
    ({ clientId, answer }) => !held.has(clientId) && !(answer !== null && held.has(answer.message.id)),
  )
}
