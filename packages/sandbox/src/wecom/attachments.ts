import * as z from 'zod'
import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { byteLength, read } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import type { Content } from '../world/chat'
import { livingMedia } from './media'

/** Text and attachments of welcome messages and mass sends (W:92137, W:92135). */
export const messageSchema = z.object({
  text: z.object({ content: z.string().default('') }).optional(),
  attachments: z.array(z.looseObject({ msgtype: z.string() })).optional(),
})

const mediaSchema = z.object({ media_id: z.string().optional(), pic_url: z.string().optional() })
const linkSchema = z.object({
  title: z.string(),
  picurl: z.string().optional(),
  desc: z.string().optional(),
  url: z.string(),
})
const miniProgramSchema = z.object({ title: z.string(), pic_media_id: z.string(), appid: z.string(), page: z.string() })

function limit(text: string, bytes: number, field: string): void {
  if (byteLength(text) > bytes) throw new VendorError(41065, `${field} is longer than ${bytes} bytes`)
}

function inner(attachment: Record<string, unknown>, type: string): unknown {
  const part = attachment[type]
  if (part === undefined) throw new VendorError(41065, `${type} is missing`)
  return part
}

function attachmentContent(sandbox: Sandbox, attachment: { msgtype: string } & Record<string, unknown>): Content {
  const type = attachment.msgtype
  const part = inner(attachment, type)
  if (type === 'link') {
    const link = read(linkSchema, part)
    limit(link.title, 128, 'link.title')
    limit(link.desc ?? '', 512, 'link.desc')
    limit(link.url, 2048, 'link.url')
    limit(link.picurl ?? '', 2048, 'link.picurl')
    return {
      type: 'link',
      title: link.title,
      description: link.desc ?? '',
      url: link.url,
      pictureUrl: link.picurl ?? null,
    }
  }
  if (type === 'miniprogram') {
    const card = read(miniProgramSchema, part)
    limit(card.title, 64, 'miniprogram.title')
    if (!Object.values(demo.miniPrograms).some((app) => app.appid === card.appid && app.linkedToCorp)) {
      throw new VendorError(84074, 'miniprogram.appid is not linked to the corp')
    }
    livingMedia(sandbox, card.pic_media_id)
    return { type: 'miniprogram', title: card.title, appid: card.appid, path: card.page, mediaId: card.pic_media_id }
  }
  if (type === 'image' || type === 'video' || type === 'file') {
    const media = read(mediaSchema, part)
    if (media.media_id === undefined && type === 'image' && media.pic_url !== undefined) {
      const known = sandbox.world.media.some((one) => one.permanent && media.pic_url?.endsWith(`/picture/${one.id}`))
      if (!known) throw new VendorError(41065, 'pic_url must come from uploadimg')
      return { type, mediaId: null, url: media.pic_url, name: '' }
    }
    const stored = livingMedia(sandbox, media.media_id ?? '')
    return { type, mediaId: stored.id, url: null, name: stored.name }
  }
  throw new VendorError(41065, `msgtype ${type}`)
}

/** The messages a request asks for, in order; 40063 empty, 45002 text too long, 41065 bad attachments. */
export function messageContents(sandbox: Sandbox, given: z.output<typeof messageSchema>): Content[] {
  const text = given.text?.content ?? ''
  const attachments = given.attachments ?? []
  if (text === '' && attachments.length === 0) throw new VendorError(40063, 'text and attachments are both empty')
  if (byteLength(text) > 4000) throw new VendorError(45002, 'text.content is longer than 4000 bytes')
  if (attachments.length > 9) throw new VendorError(41065, 'more than 9 attachments')
  const contents = attachments.map((attachment) => attachmentContent(sandbox, attachment))
  return text === '' ? contents : [{ type: 'text', text }, ...contents]
}
