import type { MessageView, StaffView } from '@suixing/contracts'
import { clockText, localParts } from '@suixing/ui'
import { dayLabel } from '../time/day-label'
import type { OnItsWay } from './outgoing'

/** One line of the conversation: the host's message, or one of ours that is on its way. */
export interface ShownMessage {
  readonly key: string
  readonly time: string
  readonly message: MessageView
  /** Set while this phone alone knows the message. */
  readonly onItsWay?: OnItsWay
}
export interface ShownDay {
  readonly label: string
  readonly messages: readonly ShownMessage[]
}

const previewOf = ({ what }: OnItsWay): string => {
  if (what.kind === 'image') return '[图片]'
  return what.kind === 'card' ? `[科教卡片] ${what.title}` : what.text
}

/** A message of ours as the host will show it. */
const ownMessage = (item: OnItsWay, staff: StaffView): MessageView => {
  if (item.state.kind === 'sent') return item.state.answer.message
  const { what, clientId, at } = item
  return {
    id: clientId,
    at,
    author: { kind: 'staff', staffId: staff.id, name: staff.name, title: staff.title },
    text: previewOf(item),
    ...(what.kind === 'card'
      ? { content: { kind: 'card' as const, title: what.title, page: '', contentId: what.contentId } }
      : {}),
    channel: what.kind === 'note' ? 'note' : 'kf',
    state: 'sending',
    clientId,
  }
}

/**
 * The host's messages, then ours on their way, under the patient's local days. A message of ours that the host shows
 * already is shown once: the host's.
 */
export const shownDays = (
  seen: { messages: readonly MessageView[]; now: string; timeZone: string },
  outbox: readonly OnItsWay[],
  staff: StaffView,
): ShownDay[] => {
  const known = new Set(seen.messages.flatMap(({ id, clientId }) => (clientId === undefined ? [id] : [id, clientId])))
  const ours = outbox.filter(({ clientId, state }) => {
    const id = state.kind === 'sent' ? state.answer.message.id : clientId
    return !known.has(clientId) && !known.has(id)
  })
  const lines = [
    ...seen.messages.map((message) => ({ key: message.clientId ?? message.id, message })),
    ...ours.map((item) => ({ key: item.clientId, message: ownMessage(item, staff), onItsWay: item })),
  ]
  const today = localParts(seen.now, seen.timeZone)
  const days: { label: string; messages: ShownMessage[] }[] = []
  for (const line of lines) {
    const parts = localParts(line.message.at, seen.timeZone)
    const label = dayLabel(parts, today)
    const shown = { ...line, time: clockText(parts) }
    const last = days[days.length - 1]
    if (last?.label === label) last.messages.push(shown)
    else days.push({ label, messages: [shown] })
  }
  return days
}
