import * as z from 'zod'

const text = z.string()
const optional = z.string().min(1).optional().catch(undefined)
const media = z.looseObject({ media_id: text })
const instant = z.int().transform((seconds) => new Date(seconds * 1000).toISOString())

const pair = { open_kfid: text, external_userid: text }
const servicer = { open_kfid: text, servicer_userid: text }
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.looseObject({ event_type: z.literal(type), ...shape })

/** Events inside a kf chat (document 94670). */
const eventSchema = z.discriminatedUnion('event_type', [
  event('enter_session', { ...pair, scene: optional, scene_param: optional, welcome_code: optional }),
  event('msg_send_fail', { ...pair, fail_msgid: text, fail_type: z.int() }),
  event('servicer_status_change', { ...servicer, status: z.int(), stop_type: z.int().optional() }),
  event('session_status_change', {
    ...pair,
    change_type: z.int(),
    old_servicer_userid: optional,
    new_servicer_userid: optional,
    msg_code: optional,
  }),
  event('user_recall_msg', { ...pair, recall_msgid: text }),
  event('servicer_recall_msg', { ...pair, recall_msgid: text, servicer_userid: optional }),
  event('reject_customer_msg_switch_change', { ...pair, servicer_userid: optional, reject_switch: z.int() }),
])

const envelope = {
  msgid: text,
  /** ISO 8601 UTC. */
  send_time: instant,
  /** 3 the patient, 4 WeCom itself, 5 staff in the WeCom client. */
  origin: z.int().optional(),
  servicer_userid: optional,
}
const message = <T extends string, S extends z.ZodType>(type: T, content: S) =>
  z.looseObject({ ...envelope, ...pair, msgtype: z.literal(type), [type]: content as S } as {
    [K in T]: S
  } & typeof envelope &
    typeof pair & { msgtype: z.ZodLiteral<T> })

/** One line of a menu, with the words the patient sees. */
const menuItem = z.looseObject({ type: text }).transform((item) => {
  const part = item[item.type] as { id?: unknown; content?: unknown } | undefined
  return {
    type: item.type,
    id: typeof part?.id === 'string' ? part.id : undefined,
    content: typeof part?.content === 'string' ? part.content : '',
  }
})

const known = z.union([
  z.discriminatedUnion('msgtype', [
    message('text', z.looseObject({ content: text, menu_id: optional })),
    message('image', media),
    message('voice', media),
    message('video', media),
    message('file', media),
    message(
      'location',
      z.looseObject({ latitude: z.number(), longitude: z.number(), name: optional, address: optional }),
    ),
    message('link', z.looseObject({ title: optional, desc: optional, url: text, pic_url: optional })),
    message('business_card', z.looseObject({ userid: text })),
    message('miniprogram', z.looseObject({ title: optional, appid: optional, pagepath: optional })),
    // Sent by staff from the WeCom client.
    message(
      'msgmenu',
      z.looseObject({ head_content: optional, list: z.array(menuItem).catch([]), tail_content: optional }),
    ),
  ]),
  z.looseObject({ ...envelope, msgtype: z.literal('event'), event: eventSchema }),
])
const fallback = z.looseObject({
  ...envelope,
  open_kfid: optional,
  external_userid: optional,
  msgtype: text.transform((original) => ({ original })),
})

/** A kind of message or event that we do not know, kept with what its envelope tells. */
export interface KfOther {
  msgtype: 'other'
  /** WeCom's msgtype, or `event.<event_type>`. */
  name: string
  /** What WeCom tells of it in words: the title of a forwarded chat, of a video or of a product. */
  title?: string | undefined
  msgid: string
  send_time: string
  origin?: number | undefined
  open_kfid?: string | undefined
  external_userid?: string | undefined
  /** With origin 5: who sent it. */
  servicer_userid?: string | undefined
}

export type KfEvent = z.output<typeof eventSchema>
export type KfIncoming = z.output<typeof known> | KfOther

/** A forwarded chat and a channels video have a title, a live channel only its owner, a product and an order their names. */
function titleOf(content: unknown): string | undefined {
  const words = z.looseObject({ title: optional, nickname: optional, product_titles: optional }).safeParse(content).data
  return words?.title ?? words?.product_titles ?? words?.nickname
}

/** Types one row of `msg_list`; only a row without msgid, time or msgtype is no message (undefined). */
export function kfIncoming(row: unknown): KfIncoming | undefined {
  const typed = known.safeParse(row)
  if (typed.success) return typed.data
  const other = fallback.safeParse(row)
  if (!other.success) return undefined
  const { msgtype, msgid, send_time, origin, open_kfid, external_userid, servicer_userid, event } = other.data
  const type = msgtype.original === 'event' ? (event as { event_type?: unknown } | undefined)?.event_type : undefined
  const name = typeof type === 'string' ? `event.${type}` : msgtype.original
  const title = titleOf(other.data[msgtype.original])
  return { msgtype: 'other', name, title, msgid, send_time, origin, open_kfid, external_userid, servicer_userid }
}
