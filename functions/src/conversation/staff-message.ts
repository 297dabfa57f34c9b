import type { SendAnswer, SendRequest } from '@suixing/contracts'
import type { ConversationRow, MessageRow, StaffRow, StoredContent } from '@suixing/database'
import { acknowledgeEscalations, openEscalations } from '../escalation/begin-escalation'
import { ownUpload } from '../media/upload-media'
import { ApiError } from '../platform/api-error'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { announceReply, announcementsLeft } from './announce-reply'
import { conversationChanged } from './conversation-changed'
import { keepMessage } from './keep-message'
import { kfWindowOf } from './kf-window-view'
import { messageViewOf } from './message-view'
import { sendKf } from './send-kf'
import { openHandOver, openHandOvers } from './step-in'

/** What a list shows for a file. */
export const kindWords = { image: '[图片]', voice: '[语音]', video: '[视频]', file: '[文件]' } as const

/**
 * A person says something, signed with name and role. It goes where the patient wrote last; without a kf window it goes to the mini-program
 * chat, and a subscribe message announces it where the patient has allowed one. The same clientId is the same message.
 */
export async function staffMessage(
  product: Product,
  conversation: ConversationRow,
  staff: StaffRow,
  request: SendRequest,
): Promise<SendAnswer> {
  const { messages, conversations } = product.repositories
  const id = derivedId('re', staff._id, conversation._id, request.clientId)
  const known = await messages.byId(id)
  const message = {
    conversationId: conversation._id,
    patientId: conversation.patientId,
    author: { kind: 'staff' as const, staffId: staff._id, name: staff.name, title: staff.title },
    at: known?.at ?? product.clock.instant(),
    clientId: request.clientId,
    ...(await bodyOf(product, conversation, staff, request)),
  }
  let via: SendAnswer['via'] = known ? viaOf(known) : await wayTo(product, conversation, request)
  let told: SendAnswer['told'] = 'not-needed'
  // What was refused once is not offered again behind the sender's back: it would spend the window anew.
  if (via === 'kf' && known?.state !== 'failed') {
    const outcome = await sendKf(product, { id, purpose: 'ordinary', ...message })
    if (outcome.kind === 'no-window') via = 'miniChat'
  }
  const isNew =
    via !== 'kf' &&
    (await keepMessage(product, { _id: id, channel: via === 'note' ? 'note' : 'miniChat', state: 'sent', ...message }))
  if (via === 'miniChat' && conversation.patientId && isNew)
    told = await announceReply(product, { patientId: conversation.patientId, messageId: id, staff })
  const row = (await messages.byId(id)) as MessageRow
  if (via !== 'note' && row.state !== 'failed') await answered(product, conversation, staff, row.at)
  await conversationChanged(product, conversation._id)
  const after = (await conversations.byId(conversation._id)) as ConversationRow
  return { message: await messageViewOf(product, row), window: kfWindowOf(after, product.clock.instant()), via, told }
}

const viaOf = ({ channel }: MessageRow): SendAnswer['via'] =>
  channel === 'note' ? 'note' : channel === 'kf' ? 'kf' : 'miniChat'

/** Where the patient will see it. Throws in-client, or window-closed for somebody we cannot reach in any other way. */
async function wayTo(
  product: Product,
  conversation: ConversationRow,
  request: SendRequest,
): Promise<SendAnswer['via']> {
  if (request.kind === 'note') return 'note'
  const window = kfWindowOf(conversation, product.clock.instant())
  const kfPossible = window.open && window.left > 0
  if (!conversation.patientId) {
    if (conversation.kf?.client)
      throw new ApiError('in-client', 'a person answers in the WeCom client', { hint: 'answer there' })
    if (!window.open) throw new ApiError('window-closed', 'the kf window is closed', { hint: 'wait for the patient' })
    if (window.left === 0)
      throw new ApiError('window-spent', 'four messages are used', { hint: 'wait for the patient' })
    return 'kf'
  }
  if (!kfPossible) return 'miniChat'
  if (conversation.lastPatientVia !== 'miniChat') return 'kf'
  // They wrote in the mini-program and look there; when nothing can call them back to it, kf does.
  return (await announcementsLeft(product, conversation.patientId)) > 0 ? 'miniChat' : 'kf'
}

async function bodyOf(
  product: Product,
  conversation: ConversationRow,
  staff: StaffRow,
  request: SendRequest,
): Promise<{ text: string; content: StoredContent | null }> {
  const signed = (text: string): string => `${staff.name} ${staff.title}：\n${text}`
  switch (request.kind) {
    case 'note':
      return { text: request.text, content: null }
    case 'text':
      return { text: signed(request.text), content: null }
    case 'card': {
      const { definition } = product.programmes.get(conversation.programmeId)
      const found = definition.contents.find(({ id }) => id === request.contentId)
      if (!found) throw new ApiError('bad-request', 'no such content', { field: 'body.contentId' })
      const page = `pages/content/index?programme=${conversation.programmeId}&id=${found.id}`
      return {
        text: signed(`请看「${found.title}」`),
        content: { kind: 'card', title: found.title, page, contentId: found.id },
      }
    }
    default: {
      const row = await ownUpload(product, request.mediaId, staff._id, request.kind)
      await product.repositories.media.setConversation(row._id, conversation._id)
      return { text: signed(kindWords[request.kind]), content: { kind: request.kind, mediaId: row._id } }
    }
  }
}

/**
 * A person has answered: nobody waits any more, nobody else is asked, and the assistant stays silent. What has begun since the conversation
 * was read, as a red flag while the reply was on its way, was not answered by it and goes on waiting.
 */
async function answered(product: Product, conversation: ConversationRow, staff: StaffRow, at: string): Promise<void> {
  const { conversations, handOvers } = product.repositories
  const { _id } = conversation
  const handOverId = await openHandOver(product, conversation, staff._id, at)
  for (const id of await openHandOvers(product, _id, handOverId)) {
    await handOvers.acknowledge(id, staff._id, at)
    await handOvers.replied(id, staff._id, at)
  }
  const open = await openEscalations(product, _id)
  if (await conversations.replied(_id, staff._id, at, handOverId))
    await acknowledgeEscalations(product, _id, staff._id, open)
}
