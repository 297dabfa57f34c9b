import { byteLength, read } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { cardSchema, isInteractive } from './card'
import type { TemplateCard } from './card'

const types = ['text_notice', 'news_notice', 'button_interaction', 'vote_interaction', 'multiple_interaction']

function need(is: boolean, errcode: number, field: string): void {
  if (!is) throw new VendorError(errcode, field)
}

const given = (text: string | undefined): boolean => text !== undefined && text !== ''
const key = (text: string): boolean => text !== '' && byteLength(text) <= 1024
const count = (list: readonly unknown[] | undefined, least: number, most: number): boolean =>
  list === undefined || (list.length >= least && list.length <= most)
const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length

type Area = NonNullable<TemplateCard['card_action']>

/** Where a tap leads: 1 needs a url, 2 an appid. */
function leads(part: Area | undefined, field: string): void {
  if (part?.type === 1) need(given(part.url), 42028, `${field}.url`)
  if (part?.type === 2) need(given(part.appid), 42030, `${field}.appid`)
}

function rows(card: TemplateCard): void {
  need(count(card.horizontal_content_list, 0, 6), 42035, 'at most 6')
  for (const row of card.horizontal_content_list ?? []) {
    need(given(row.keyname), 42027, 'keyname')
    if (row.type === 1) need(given(row.url), 42028, 'horizontal_content_list.url')
    if (row.type === 2) need(given(row.media_id), 42029, 'media_id')
    if (row.type === 3) need(given(row.userid), 42050, 'userid')
  }
  need(count(card.vertical_content_list, 0, 4), 42036, 'at most 4')
  for (const row of card.vertical_content_list ?? []) need(given(row.title), 42033, 'vertical_content_list.title')
  need(count(card.jump_list, 0, 3), 42042, 'at most 3')
  for (const jump of card.jump_list ?? []) {
    need(given(jump.title), 42033, 'jump_list.title')
    leads(jump, 'jump_list')
  }
}

function options(list: readonly { id: string; text: string }[], most: number): void {
  need(count(list, 1, most), 42037, `1 to ${most}`)
  for (const option of list) {
    need(given(option.id) && byteLength(option.id) <= 128, 42040, 'id')
    need(given(option.text), 42041, 'text')
  }
  need(distinct(list.map((option) => option.id)), 42040, 'two of the same id')
}

function buttons(card: TemplateCard): void {
  const list = card.button_list ?? []
  need(list.length >= 1 && list.length <= 6, 40058, 'button_list: 1 to 6')
  for (const button of list) {
    need(given(button.text), 42038, 'text')
    need(button.style === undefined || (button.style >= 1 && button.style <= 4), 40058, 'button_list.style: 1 to 4')
    if (button.type === 1) need(given(button.url), 42028, 'button_list.url')
    else need(key(button.key), 42039, 'key')
  }
  const keys = list.filter((button) => button.type !== 1).map((button) => button.key)
  need(distinct(keys), 42039, 'two of the same key')
  if (card.button_selection === undefined) return
  need(key(card.button_selection.question_key), 42043, 'button_selection')
  options(card.button_selection.option_list, 10)
}

function choices(card: TemplateCard): void {
  if (card.card_type === 'vote_interaction') {
    need(key(card.checkbox?.question_key ?? ''), 42043, 'checkbox')
    options(card.checkbox?.option_list ?? [], 20)
  } else {
    need(card.select_list !== undefined && count(card.select_list, 1, 3), 42047, '1 to 3')
    for (const select of card.select_list ?? []) {
      need(key(select.question_key), 42043, 'select_list')
      options(select.option_list, 10)
    }
  }
  need(given(card.submit_button?.text), 42049, 'text')
  need(key(card.submit_button?.key ?? ''), 42046, 'key')
}

function menu(card: TemplateCard): void {
  if (card.action_menu === undefined) return
  const list = card.action_menu.action_list
  need(count(list, 1, 3), 40058, 'action_menu.action_list: 1 to 3')
  need(
    list.every((one) => given(one.text) && key(one.key)),
    40058,
    'action_menu.action_list: text and key',
  )
  need(distinct(list.map((one) => one.key)), 42051, 'two of the same key')
}

/**
 * Reads a template card; refuses what the vendor refuses, by the code of the field (W:90313). Lengths it only advises
 * are not held against a card. `task_id` is a matter of sending, not of updating.
 */
export function readCard(body: unknown): TemplateCard {
  const card = read(cardSchema, body)
  need(types.includes(card.card_type), 42031, card.card_type)
  const title = given(card.main_title?.title)
  if (card.card_type === 'text_notice') need(title || given(card.sub_title_text), 42033, 'main_title or sub_title_text')
  else need(title, 42033, 'main_title.title')
  if (!isInteractive(card)) need(card.card_action?.type === 1 || card.card_action?.type === 2, 42045, 'type 1 or 2')
  if (card.card_type === 'news_notice')
    need(given(card.card_image?.url) || given(card.image_text_area?.image_url), 42044, 'card_image or image_text_area')
  leads(card.card_action, 'card_action')
  leads(card.quote_area, 'quote_area')
  rows(card)
  menu(card)
  if (card.card_type === 'button_interaction') buttons(card)
  else if (isInteractive(card)) choices(card)
  return card
}
