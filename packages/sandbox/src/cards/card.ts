import * as z from 'zod'

/** Reads numbers that a passive answer in XML carries as text. */
const int = z.coerce.number().int()
const area = {
  type: int.optional(),
  url: z.string().optional(),
  appid: z.string().optional(),
  pagepath: z.string().optional(),
  title: z.string().optional(),
}
const heading = z.object({ title: z.string().optional(), desc: z.string().optional() })
const options = z.array(z.object({ id: z.string().default(''), text: z.string().default('') })).default([])

/** A template card with the vendor's own field names (W:90236, W:94888). What holds between fields is in `card-rules`. */
export const cardSchema = z.object({
  card_type: z.string(),
  task_id: z.string().optional(),
  source: z
    .object({ icon_url: z.string().optional(), desc: z.string().optional(), desc_color: int.optional() })
    .optional(),
  action_menu: z
    .object({
      desc: z.string().optional(),
      action_list: z.array(z.object({ text: z.string().default(''), key: z.string().default('') })),
    })
    .optional(),
  main_title: heading.optional(),
  quote_area: z.object({ ...area, quote_text: z.string().optional() }).optional(),
  emphasis_content: heading.optional(),
  sub_title_text: z.string().optional(),
  horizontal_content_list: z
    .array(
      z.object({
        type: int.optional(),
        keyname: z.string().default(''),
        value: z.string().optional(),
        url: z.string().optional(),
        media_id: z.string().optional(),
        userid: z.string().optional(),
      }),
    )
    .optional(),
  vertical_content_list: z.array(heading).optional(),
  jump_list: z.array(z.object(area)).optional(),
  card_action: z.object(area).optional(),
  card_image: z.object({ url: z.string().optional(), aspect_ratio: z.coerce.number().optional() }).optional(),
  image_text_area: z.object({ ...area, desc: z.string().optional(), image_url: z.string().optional() }).optional(),
  button_selection: z
    .object({
      question_key: z.string().default(''),
      title: z.string().optional(),
      option_list: options,
      selected_id: z.string().optional(),
    })
    .optional(),
  button_list: z
    .array(
      z.object({
        type: int.optional(),
        text: z.string().default(''),
        style: int.optional(),
        key: z.string().default(''),
        url: z.string().optional(),
      }),
    )
    .optional(),
  checkbox: z
    .object({
      question_key: z.string().default(''),
      option_list: z
        .array(
          z.object({ id: z.string().default(''), text: z.string().default(''), is_checked: z.boolean().optional() }),
        )
        .default([]),
      mode: int.optional(),
      disable: z.boolean().optional(),
    })
    .optional(),
  select_list: z
    .array(
      z.object({
        question_key: z.string().default(''),
        title: z.string().optional(),
        selected_id: z.string().optional(),
        option_list: options,
        disable: z.boolean().optional(),
      }),
    )
    .optional(),
  submit_button: z.object({ text: z.string().default(''), key: z.string().default('') }).optional(),
  /** Of an update: greys the buttons out under this name. */
  replace_text: z.string().optional(),
})
export type TemplateCard = z.output<typeof cardSchema>

const interactive = ['button_interaction', 'vote_interaction', 'multiple_interaction']

/** Whether the card has something to press that rings the app. */
export function isInteractive(card: TemplateCard): boolean {
  return interactive.includes(card.card_type)
}

/** Whether the card can be updated: an interactive one, or one with a menu. */
export function isUpdatable(card: TemplateCard): boolean {
  return isInteractive(card) || card.action_menu !== undefined
}
