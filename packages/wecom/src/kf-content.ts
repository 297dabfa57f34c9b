import * as z from 'zod'
import { bytes, characters } from './limits'

const mediaId = characters(256, 1)
/** A page of a mini-program in a kf message must carry `.html` before its query. */
const pagepath = (most: number) =>
  bytes(most, 1).refine((value) => /^[^?]+\.html(\?|$)/.test(value), {
    error: 'a path that ends in .html before its query',
  })

const click = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_]{1,128}$/, { error: '1 to 128 of A-Z a-z 0-9 _' }),
  content: bytes(128, 1),
})
const item = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('click'), click }),
  z.strictObject({ type: z.literal('view'), view: z.strictObject({ url: bytes(2048, 1), content: bytes(1024, 1) }) }),
  z.strictObject({
    type: z.literal('miniprogram'),
    miniprogram: z.strictObject({ appid: bytes(32, 1), pagepath: pagepath(1024), content: bytes(1024, 1) }),
  }),
  z.strictObject({
    type: z.literal('text'),
    text: z.strictObject({ content: bytes(256, 1), no_newline: z.union([z.literal(0), z.literal(1)]).optional() }),
  }),
])
const menu = (most: number) =>
  z.strictObject({
    head_content: bytes(1024).optional(),
    list: z
      .array(item)
      .max(most, { error: `at most ${most} items` })
      .refine((list) => list.filter(({ type }) => type !== 'text').length <= 10, {
        error: 'at most 10 that can be tapped',
      }),
    tail_content: bytes(1024).optional(),
  })

const textMessage = z.strictObject({
  msgtype: z.literal('text'),
  /** WeCom would cut a longer text silently. */
  text: z.strictObject({ content: bytes(2048, 1) }),
})

/** What the assistant, a person or a touchpoint may send in a kf chat (document 94677). */
export const kfContentSchema = z.discriminatedUnion('msgtype', [
  textMessage,
  z.strictObject({
    msgtype: z.literal('link'),
    link: z.strictObject({
      title: bytes(128, 1),
      desc: bytes(512).optional(),
      url: bytes(2048, 1),
      thumb_media_id: mediaId,
    }),
  }),
  z.strictObject({
    msgtype: z.literal('miniprogram'),
    miniprogram: z.strictObject({
      appid: z.string().min(1),
      title: bytes(64, 1),
      thumb_media_id: mediaId,
      pagepath: pagepath(2048),
    }),
  }),
  z.strictObject({ msgtype: z.literal('image'), image: z.strictObject({ media_id: mediaId }) }),
  /** AMR. The phone shows how long it is. */
  z.strictObject({ msgtype: z.literal('voice'), voice: z.strictObject({ media_id: mediaId }) }),
  z.strictObject({ msgtype: z.literal('video'), video: z.strictObject({ media_id: mediaId }) }),
  z.strictObject({ msgtype: z.literal('file'), file: z.strictObject({ media_id: mediaId }) }),
  z.strictObject({
    msgtype: z.literal('location'),
    location: z.strictObject({
      name: z.string().optional(),
      address: z.string().optional(),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    }),
  }),
  /** A 获客 link: the patient may add a member as a contact. */
  z.strictObject({ msgtype: z.literal('ca_link'), ca_link: z.strictObject({ link_url: bytes(2048, 1) }) }),
  z.strictObject({ msgtype: z.literal('msgmenu'), msgmenu: menu(50) }),
])
export type KfContent = z.input<typeof kfContentSchema>

/** What may answer an event code (document 95122): text, or a menu of at most ten items. */
export const kfEventContentSchema = z.discriminatedUnion('msgtype', [
  textMessage,
  z.strictObject({ msgtype: z.literal('msgmenu'), msgmenu: menu(10) }),
])
export type KfEventContent = z.input<typeof kfEventContentSchema>

/** Own message id, unique within the account for ever. */
export const kfMsgId = z.string().regex(/^[0-9a-zA-Z_-]{1,32}$/, { error: '1 to 32 of 0-9 a-z A-Z _ -' })
