import * as z from 'zod'
import type { XmlFields } from './callback-xml'

const text = z.string()
const optional = z.string().min(1).optional().catch(undefined)
const ids = z.array(z.string()).optional().default([])
const count = z.coerce.number().int().optional()

const pair = { UserID: text, ExternalUserID: text }
const contact = <T extends string, S extends z.ZodRawShape>(changeType: T, extra: S) =>
  z.object({ Event: z.literal('change_external_contact'), ChangeType: z.literal(changeType), ...pair, ...extra })

/** Events of an external contact (document 92130): `WelcomeCode` lives 20 s and is often absent. */
const contactEvent = z.discriminatedUnion('ChangeType', [
  contact('add_external_contact', { State: optional, WelcomeCode: optional }),
  contact('add_half_external_contact', { State: optional, WelcomeCode: optional }),
  contact('edit_external_contact', {}),
  contact('del_external_contact', { Source: optional }),
  contact('del_follow_user', {}),
  contact('transfer_fail', { FailReason: optional }),
  contact('msg_audit_approved', { WelcomeCode: optional }),
])

const tagEvent = z.object({
  Event: z.literal('change_external_tag'),
  ChangeType: z.enum(['create', 'update', 'delete', 'shuffle']),
  Id: optional,
  TagType: z.enum(['tag', 'tag_group']).optional().catch(undefined),
  StrategyId: optional,
})

/** Group events: apply the delta only when the stored version equals `LastMemVer`, otherwise pull again. */
const chatEvent = z.object({
  Event: z.literal('change_external_chat'),
  ChatId: text,
  ChangeType: z.enum(['create', 'update', 'dismiss']),
  UpdateDetail: optional,
  JoinScene: optional,
  QuitScene: optional,
  MemChangeCnt: count,
  MemChangeList: z.object({ Item: ids }).optional().catch(undefined),
  LastMemVer: optional,
  CurMemVer: optional,
})

/** A doorbell only: pull with `Token` (valid 10 minutes) and `OpenKfId` (document 94670). */
const kfEvent = z.object({ Event: z.literal('kf_msg_or_event'), Token: text, OpenKfId: text })
const kfAuthEvent = z.object({
  Event: z.literal('kf_account_auth_change'),
  AuthAddOpenKfId: ids,
  AuthDelOpenKfId: ids,
})
/** A member entered or left the app's scope (document 90240): `FromUserName` is the member. */
const scopeEvent = z.object({ Event: z.enum(['subscribe', 'unsubscribe']), FromUserName: text })

/** A member opened the app's chat (document 90240): rings often and asks for nothing. */
const enterEvent = z.object({ Event: z.literal('enter_agent'), FromUserName: text, AgentID: count.catch(undefined) })

const click = {
  /** The member who clicked. */
  FromUserName: text,
  /** Key of the button or of the menu's action. */
  EventKey: text,
  TaskId: text,
  CardType: optional,
  /** Good for one `updateCard` within 72 hours, for all who have the card. */
  ResponseCode: optional,
  AgentID: count.catch(undefined),
}
/** What was chosen in the card's lists. */
const selected = z
  .object({
    SelectedItem: z.array(
      z.object({ QuestionKey: text, OptionIds: z.object({ OptionId: ids }).catch({ OptionId: [] }) }),
    ),
  })
  .optional()
  .catch(undefined)
/** A button of a template card (document 90240); the answer within 5 s may change the clicker's card: `cardReplyXml`. */
const cardEvent = z.object({ Event: z.literal('template_card_event'), ...click, SelectedItems: selected })
const cardMenuEvent = z.object({ Event: z.literal('template_card_menu_event'), ...click })

const known = z.discriminatedUnion('Event', [
  contactEvent,
  tagEvent,
  chatEvent,
  kfEvent,
  kfAuthEvent,
  scopeEvent,
  enterEvent,
  cardEvent,
  cardMenuEvent,
])
const names: ReadonlySet<string> = new Set([
  'change_external_contact',
  'change_external_tag',
  'change_external_chat',
  'kf_msg_or_event',
  'kf_account_auth_change',
  'subscribe',
  'unsubscribe',
  'enter_agent',
  'template_card_event',
  'template_card_menu_event',
])

/** What we do not know, or a known event of an unexpected shape: kept by name, never refused. */
export interface UnknownEvent {
  Event: 'unknown'
  /** `Event`, or `Event.ChangeType`, or the `MsgType` of something that is no event. */
  name: string
  /** Elements that were missing or unexpected in an event we do know. */
  problems: string[]
}

/** One callback event under WeCom's own element names; narrow by `Event`, then by `ChangeType`. */
export type CallbackEvent = z.output<typeof known> | UnknownEvent

/** Types the parsed XML of a callback. Never throws: WeCom adds events and fields without notice. */
export function callbackEvent(fields: XmlFields): CallbackEvent {
  const parsed = known.safeParse(fields)
  if (parsed.success) return parsed.data
  const part = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined)
  const event = part('Event')
  const name = [event ?? part('MsgType') ?? 'nameless', part('ChangeType')].filter(Boolean).join('.')
  const problems = event && names.has(event) ? parsed.error.issues.map((issue) => issue.path.join('.')) : []
  return { Event: 'unknown', name, problems }
}
