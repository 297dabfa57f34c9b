import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'
import type { InboxMessage, Member } from '../world/people'
import { isUpdatable } from './card'
import type { TemplateCard } from './card'
import { readCard } from './card-rules'

export type InboxCard = Extract<InboxMessage['content'], { type: 'template_card' }>

/** The card of message/send: 42014 without a free task_id where the card calls back, 43012 without a callback url. */
export function cardToSend(sandbox: Sandbox, body: unknown): TemplateCard {
  const card = readCard(body)
  if (isUpdatable(card) && sandbox.world.callbackUrl === null) throw new VendorError(43012)
  if (card.task_id === undefined) {
    if (isUpdatable(card)) throw new VendorError(42014, 'task_id is missing')
    return card
  }
  if (!/^[0-9A-Za-z_\-@]{1,128}$/.test(card.task_id)) throw new VendorError(42014, '1 to 128 of 0-9 a-z A-Z _ - @')
  if (sandbox.world.cardTasks[card.task_id] !== undefined) throw new VendorError(42014, 'task_id is taken')
  return card
}

/** A member's copy of a sent card; null when it went to others, or was recalled. */
export function cardOf(member: Member, messageId: string): InboxCard | null {
  const content = member.inbox.find((one) => one.id === messageId)?.content
  return content?.type === 'template_card' ? content : null
}

/** Greys the buttons out under a name (`update_button`). */
export function replaceButtons(card: InboxCard, name: string): void {
  card.replaced = name
}

/** Puts another card in the place of one; the task stays (W:94888). */
export function replaceCard(card: InboxCard, next: TemplateCard): void {
  const task = card.card.task_id
  card.card = structuredClone(task === undefined ? next : { ...next, task_id: task })
  card.replaced = next.replace_text === undefined || next.replace_text === '' ? null : next.replace_text
}

/** Tells a member's tap as the vendor does, with a response code of its own (W:90240). */
export function pushCardEvent(
  sandbox: Sandbox,
  member: Member,
  messageId: string,
  card: TemplateCard,
  event: 'template_card_event' | 'template_card_menu_event',
  key: string,
  code: string,
  selected: Record<string, readonly string[]>,
): void {
  const items = Object.entries(selected).map(([question, ids]) => ({
    QuestionKey: question,
    OptionIds: { OptionId: [...ids] },
  }))
  sandbox.pusher.push(
    event,
    {
      ToUserName: demo.corp.corpid,
      FromUserName: member.userid,
      CreateTime: Math.floor(sandbox.clock.now() / 1000),
      MsgType: 'event',
      Event: event,
      EventKey: key,
      TaskId: card.task_id ?? '',
      CardType: card.card_type,
      ResponseCode: code,
      AgentID: demo.corp.agentid,
      ...(items.length === 0 ? {} : { SelectedItems: { SelectedItem: items } }),
    },
    { card: { userid: member.userid, messageId } },
  )
}
