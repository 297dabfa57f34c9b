import * as z from 'zod'
import { bytes, characters } from './limits'
import { templateCardSchema } from './template-card'

/** What an app may say to members (document 90236). */
export const staffMessageContentSchema = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('text'), text: z.strictObject({ content: bytes(2048, 1) }) }),
  z.strictObject({
    msgtype: z.literal('textcard'),
    textcard: z.strictObject({
      title: characters(128, 1),
      description: characters(512, 1),
      url: bytes(2048, 1),
      btntxt: characters(4).optional(),
    }),
  }),
  z.strictObject({ msgtype: z.literal('template_card'), template_card: templateCardSchema }),
  /** Comes from the mini-program that is bound to the app, not from the app itself: it has no agent of its own. */
  z.strictObject({
    msgtype: z.literal('miniprogram_notice'),
    miniprogram_notice: z.strictObject({
      appid: z.string().min(1),
      page: bytes(1024, 1).optional(),
      title: characters(12, 4),
      description: characters(12, 4).optional(),
      emphasis_first_item: z.boolean().optional(),
      content_item: z
        .array(z.strictObject({ key: characters(10, 1), value: characters(30, 1) }))
        .max(10, { error: 'at most 10 items' })
        .optional(),
    }),
  }),
])
export type StaffMessageContent = z.input<typeof staffMessageContentSchema>
