import * as z from 'zod'
import { bytes } from './limits'

const text = z.string().min(1)
const url = bytes(2048, 1)
const key = bytes(1024, 1)
const list = <T extends z.ZodType>(item: T, most: number, least = 0) =>
  z
    .array(item)
    .min(least, { error: `at least ${least}` })
    .max(most, { error: `at most ${most}` })
/** WeCom returns the key alone, so two of the same could not be told apart. */
const distinct = <T extends Record<K, string>, K extends string>(name: K, items: readonly T[]): boolean =>
  new Set(items.map((item) => item[name])).size === items.length

const toUrl = { type: z.literal(1), url }
const toMiniProgram = { type: z.literal(2), appid: text, pagepath: bytes(1024).optional() }
/** Where a tap on the card leads: 1 a page, 2 a page of a mini-program that is bound to the app. */
const cardAction = z.discriminatedUnion('type', [z.strictObject(toUrl), z.strictObject(toMiniProgram)])
const title = z.strictObject({ title: text.optional(), desc: text.optional() })

const row = { keyname: text, value: text.optional() }
/** A row of the card: plain, with a link, with a file, or naming a member. */
const contentRow = z.union([
  z.strictObject({ type: z.literal(0).optional(), ...row }),
  z.strictObject({ type: z.literal(1), ...row, url }),
  z.strictObject({ type: z.literal(2), ...row, value: text, media_id: text }),
  z.strictObject({ type: z.literal(3), ...row, userid: text }),
])
const jump = z.union([
  z.strictObject({ type: z.literal(0).optional(), title: text }),
  z.strictObject({ title: text, ...toUrl }),
  z.strictObject({ title: text, ...toMiniProgram }),
])
const quoted = { title: text.optional(), quote_text: text.optional() }
const quoteArea = z.union([
  z.strictObject({ type: z.literal(0).optional(), ...quoted }),
  z.strictObject({ ...quoted, ...toUrl }),
  z.strictObject({ ...quoted, ...toMiniProgram }),
])

/** Identifies the card for ever within the app; the event of a click carries it back. */
export const cardTaskId = z.string().regex(/^[0-9A-Za-z_\-@]{1,128}$/, { error: '1 to 128 of 0-9 a-z A-Z _ - @' })

const common = {
  source: z
    .strictObject({
      icon_url: url.optional(),
      desc: text.optional(),
      /** 0 grey, 1 black, 2 red, 3 green. */
      desc_color: z.literal([0, 1, 2, 3]).optional(),
    })
    .optional(),
  /** The menu at the top right: a click rings `template_card_menu_event`. */
  action_menu: z
    .strictObject({
      desc: text.optional(),
      action_list: list(z.strictObject({ text, key }), 3, 1).refine((actions) => distinct('key', actions), {
        error: 'two actions have the same key',
      }),
    })
    .optional(),
  quote_area: quoteArea.optional(),
  sub_title_text: text.optional(),
  horizontal_content_list: list(contentRow, 6).optional(),
}
const noticeShape = {
  card_type: z.literal('text_notice'),
  ...common,
  main_title: title.optional(),
  emphasis_content: title.optional(),
  jump_list: list(jump, 3).optional(),
  card_action: cardAction,
}
const buttonsShape = {
  card_type: z.literal('button_interaction'),
  ...common,
  main_title: z.strictObject({ title: text, desc: text.optional() }),
  card_action: cardAction.optional(),
  button_selection: z
    .strictObject({
      question_key: key,
      title: text.optional(),
      option_list: list(z.strictObject({ id: bytes(128, 1), text }), 10, 1).refine(
        (options) => distinct('id', options),
        {
          error: 'two options have the same id',
        },
      ),
      selected_id: bytes(128, 1).optional(),
    })
    .optional(),
  /** A click rings `template_card_event` with the key. Styles 1 to 4 as WeCom draws them. */
  button_list: list(z.strictObject({ text, style: z.literal([1, 2, 3, 4]).optional(), key }), 6, 1).refine(
    (buttons) => distinct('key', buttons),
    { error: 'two buttons have the same key' },
  ),
}

const named = { path: ['main_title', 'title'], error: 'a title or sub_title_text' }
const isNamed = (card: {
  main_title?: { title?: string | undefined } | undefined
  sub_title_text?: string | undefined
}) => card.main_title?.title !== undefined || card.sub_title_text !== undefined

/**
 * A template card of an app message (document 90236): a notice, or one with buttons to press. Both ask for `task_id`
 * once they call back, so a card with buttons or a menu needs the app's callback URL.
 */
export const templateCardSchema = z.discriminatedUnion('card_type', [
  z
    .strictObject({ ...noticeShape, task_id: cardTaskId.optional() })
    .refine(isNamed, named)
    .refine((card) => card.action_menu === undefined || card.task_id !== undefined, {
      path: ['task_id'],
      error: 'needed with action_menu',
    }),
  z.strictObject({ ...buttonsShape, task_id: cardTaskId }),
])
export type TemplateCard = z.input<typeof templateCardSchema>

/**
 * What a sent card may become (document 94888): any kind, with the task it had. `replace_text` greys its buttons out
 * under that name.
 */
export const templateCardUpdateSchema = z.discriminatedUnion('card_type', [
  z.strictObject(noticeShape).refine(isNamed, named),
  z.strictObject({ ...buttonsShape, replace_text: text.optional() }),
])
export type TemplateCardUpdate = z.input<typeof templateCardUpdateSchema>
