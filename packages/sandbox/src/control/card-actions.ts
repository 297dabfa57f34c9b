import * as z from 'zod'
import { issueResponseCode } from '../cards/response-code'
import { cardOf, pushCardEvent } from '../cards/sent-card'
import type { TemplateCard } from '../cards/card'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { memberNamed } from './who'

type Opened =
  | { opens: 'event'; event: string; responseCode: string }
  | { opens: 'web'; url: string }
  | { opens: 'miniprogram'; appid: string; path: string }
  | { opens: 'nothing' }

function leads(area: TemplateCard['card_action']): Opened {
  if (area?.type === 1) return { opens: 'web', url: area.url ?? '' }
  if (area?.type === 2) return { opens: 'miniprogram', appid: area.appid ?? '', path: area.pagepath ?? '' }
  return { opens: 'nothing' }
}

/** What a member does with a template card in the inbox. */
export const cardActions: Action[] = [
  action({
    name: 'card-tap',
    summary:
      'A member taps a template card (messageId or taskId): a button or menu entry by its key, an entry of jump_list by jump, else the card itself. selected: option ids by question key.',
    input: z.object({
      userid: z.string(),
      messageId: z.string().optional(),
      taskId: z.string().optional(),
      key: z.string().optional(),
      jump: z.int().min(0).optional(),
      selected: z.record(z.string(), z.array(z.string())).default({}),
    }),
    run(sandbox, given): Opened {
      const member = memberNamed(sandbox, given.userid)
      const messageId = given.messageId ?? sandbox.world.cardTasks[given.taskId ?? '']
      const inbox = messageId === undefined ? null : cardOf(member, messageId)
      if (messageId === undefined || inbox === null)
        throw new ControlError('notFound', 'no such card of this member', 'messageId')
      const { card } = inbox
      if (given.jump !== undefined) return leads(card.jump_list?.[given.jump])
      if (given.key === undefined) return leads(card.card_action)
      const button = card.button_list?.find((one) => one.type !== 1 && one.key === given.key)
      const submit = card.submit_button?.key === given.key
      const menu = card.action_menu?.action_list.some((one) => one.key === given.key) === true
      if (button === undefined && !submit && !menu)
        throw new ControlError('notFound', `the card has no key ${given.key}`, 'key')
      if (!menu && inbox.replaced !== null)
        throw new ControlError('notPossible', `the buttons were replaced: ${inbox.replaced}`, 'key')
      const event = menu ? 'template_card_menu_event' : 'template_card_event'
      const responseCode = issueResponseCode(sandbox, messageId)
      sandbox.feed.add('card.tapped', `${member.name}点了卡片`, { userid: member.userid, taskId: card.task_id ?? '' })
      const selected = menu ? {} : given.selected
      pushCardEvent(sandbox, member, messageId, card, event, given.key, responseCode, selected)
      return { opens: 'event', event, responseCode }
    },
  }),
]
