import * as z from 'zod'
import type { Sandbox } from '../sandbox'
import { byteLength, read } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { amrSeconds } from './amr'
import { livingMedia } from '../wecom/media'
import type { Content, MenuItem } from '../world/chat'

const mediaSchema = z.object({ media_id: z.string() })
const linkSchema = z.object({
  title: z.string(),
  desc: z.string().default(''),
  url: z.string(),
  thumb_media_id: z.string(),
})
const miniProgramSchema = z.object({
  appid: z.string(),
  title: z.string().default(''),
  thumb_media_id: z.string(),
  pagepath: z.string(),
})
const locationSchema = z.object({
  name: z.string().default(''),
  address: z.string().default(''),
  latitude: z.number(),
  longitude: z.number(),
})
const menuSchema = z.object({
  head_content: z.string().default(''),
  list: z.array(z.looseObject({ type: z.string() })).default([]),
  tail_content: z.string().default(''),
})
const clickSchema = z.object({ id: z.string().optional(), content: z.string() })
const viewSchema = z.object({ url: z.string(), content: z.string() })
const menuProgramSchema = z.object({ appid: z.string(), pagepath: z.string(), content: z.string() })
const menuTextSchema = z.object({ content: z.string(), no_newline: z.int().optional() })

function within(text: string, bytes: number, field: string): void {
  if (byteLength(text) > bytes) throw new VendorError(40058, `${field} is longer than ${bytes} bytes`)
}

function present(text: string, bytes: number, field: string): void {
  if (text === '') throw new VendorError(40058, `${field} is empty`)
  within(text, bytes, field)
}

/** Cuts at a character, as the vendor does with text over its limit. */
export function truncate(text: string, bytes: number): string {
  let out = ''
  let used = 0
  for (const character of text) {
    used += byteLength(character)
    if (used > bytes) break
    out += character
  }
  return out
}

function htmlPath(path: string): void {
  if (!/\.html(\?|$)/.test(path)) throw new VendorError(40058, 'pagepath must end with .html before its query')
}

function menuItem(item: { type: string } & Record<string, unknown>): MenuItem {
  const part = item[item.type]
  switch (item.type) {
    case 'click': {
      const { id = '', content } = read(clickSchema, part)
      within(id, 128, 'click.id')
      present(content, 128, 'click.content')
      return { type: 'click', id, content }
    }
    case 'view': {
      const { url, content } = read(viewSchema, part)
      present(url, 2048, 'view.url')
      present(content, 1024, 'view.content')
      return { type: 'view', url, content }
    }
    case 'miniprogram': {
      const { appid, pagepath, content } = read(menuProgramSchema, part)
      present(appid, 32, 'miniprogram.appid')
      present(pagepath, 1024, 'miniprogram.pagepath')
      present(content, 1024, 'miniprogram.content')
      return { type: 'miniprogram', appid, path: pagepath, content }
    }
    case 'text': {
      const { content } = read(menuTextSchema, part)
      present(content, 256, 'text.content')
      return { type: 'text', content }
    }
    default:
      throw new VendorError(95009, item.type)
  }
}

/**
 * The content of send_msg and send_msg_on_event (W:94677).
 * @param menuLimit 50 entries in all for send_msg, 10 for send_msg_on_event
 */
export function kfContent(
  sandbox: Sandbox,
  body: { msgtype: string } & Record<string, unknown>,
  menuLimit: number,
): Content {
  const type = body.msgtype
  const part = body[type]
  switch (type) {
    case 'text': {
      const { content } = read(z.object({ content: z.string() }), part)
      if (content === '') throw new VendorError(40063, 'text.content')
      return { type: 'text', text: truncate(content, 2048) }
    }
    case 'image':
    case 'voice':
    case 'video':
    case 'file': {
      const media = livingMedia(sandbox, read(mediaSchema, part).media_id)
      const seconds = type === 'voice' ? amrSeconds(sandbox.media.get(media.id) ?? Buffer.alloc(0)) : null
      return {
        type,
        mediaId: media.id,
        url: null,
        name: media.name,
        bytes: media.size,
        ...(seconds === null ? {} : { seconds }),
      }
    }
    case 'link': {
      const link = read(linkSchema, part)
      present(link.title, 128, 'link.title')
      within(link.desc, 512, 'link.desc')
      present(link.url, 2048, 'link.url')
      const thumb = livingMedia(sandbox, link.thumb_media_id)
      return {
        type: 'link',
        title: link.title,
        description: link.desc,
        url: link.url,
        pictureUrl: `/view/media/${thumb.id}`,
      }
    }
    case 'miniprogram': {
      const card = read(miniProgramSchema, part)
      within(card.title, 64, 'miniprogram.title')
      htmlPath(card.pagepath)
      livingMedia(sandbox, card.thumb_media_id)
      return {
        type: 'miniprogram',
        title: card.title,
        appid: card.appid,
        path: card.pagepath,
        mediaId: card.thumb_media_id,
      }
    }
    case 'msgmenu': {
      const menu = read(menuSchema, part)
      within(menu.head_content, 1024, 'msgmenu.head_content')
      within(menu.tail_content, 1024, 'msgmenu.tail_content')
      const items = menu.list.map(menuItem)
      if (items.length > menuLimit || items.filter((item) => item.type !== 'text').length > 10)
        throw new VendorError(95008)
      return { type: 'menu', head: menu.head_content, items, tail: menu.tail_content }
    }
    case 'ca_link': {
      const { link_url } = read(z.object({ link_url: z.string() }), part)
      present(link_url, 2048, 'ca_link.link_url')
      return { type: 'link', title: '获客链接', description: '', url: link_url, pictureUrl: null }
    }
    case 'location':
      return { type: 'location', ...read(locationSchema, part) }
    default:
      throw new VendorError(95030, type)
  }
}
