import * as z from 'zod'
import { bytes, characters } from './limits'

const mediaId = characters(256, 1)
const link = z.strictObject({
  title: bytes(128, 1),
  picurl: bytes(2048).optional(),
  desc: bytes(512).optional(),
  url: bytes(2048, 1),
})
const miniprogram = z.strictObject({
  title: bytes(64, 1),
  pic_media_id: mediaId,
  /** Must be linked to the corp. */
  appid: z.string().min(1),
  page: z.string().min(1),
})
const image = z
  .strictObject({ media_id: mediaId.optional(), pic_url: bytes(2048).optional() })
  .refine((value) => value.media_id !== undefined || value.pic_url !== undefined, { error: 'media_id or pic_url' })
const media = z.strictObject({ media_id: mediaId })

/** What a welcome or a mass-send task may carry besides text (document 92135 §附件). */
export const attachmentSchema = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('image'), image }),
  z.strictObject({ msgtype: z.literal('link'), link }),
  z.strictObject({ msgtype: z.literal('miniprogram'), miniprogram }),
  z.strictObject({ msgtype: z.literal('video'), video: media }),
  z.strictObject({ msgtype: z.literal('file'), file: media }),
])
export type Attachment = z.input<typeof attachmentSchema>

/** Text of at most 4000 bytes and at most nine attachments, at least one of both. */
export const messageBody = {
  text: z.strictObject({ content: bytes(4000, 1) }).optional(),
  attachments: z.array(attachmentSchema).max(9, { error: 'at most 9 attachments' }).optional(),
}

export const hasContent = (value: { text?: unknown; attachments?: readonly unknown[] | undefined }): boolean =>
  value.text !== undefined || (value.attachments?.length ?? 0) > 0

/** What a single-use contact way says when a temporary chat ends. */
export const conclusionsSchema = z.strictObject({
  text: z.strictObject({ content: bytes(4000) }).optional(),
  image: z.strictObject({ media_id: mediaId }).optional(),
  link: link.optional(),
  miniprogram: miniprogram.optional(),
})
