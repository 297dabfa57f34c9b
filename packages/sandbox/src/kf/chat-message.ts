import * as z from 'zod'
import type { Sandbox } from '../sandbox'
import { storeMedia } from '../wecom/media'
import type { Content } from '../world/chat'
import { amrSeconds, silentAmr } from './amr'

const megabyte = 1_048_576
const base64 = z.base64().min(8)
const file = { base64, name: z.string().min(1).optional() }

/** What a person sends by hand: a patient in WeChat, or a servicer in WeCom. */
export const chatMessageSchema = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('text'), text: z.string().min(1).max(4000) }),
  z.object({ msgtype: z.literal('image'), ...file }),
  /** Without bytes it is AMR in which nobody speaks, `seconds` long. */
  z.object({ msgtype: z.literal('voice'), base64: base64.optional(), seconds: z.number().min(1).max(60).default(3) }),
  z.object({ msgtype: z.literal('video'), ...file }),
  z.object({ msgtype: z.literal('file'), ...file }),
  z.object({
    msgtype: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().default(''),
    address: z.string().default(''),
  }),
  z.object({
    msgtype: z.literal('link'),
    title: z.string().min(1),
    desc: z.string().default(''),
    url: z.url(),
    picUrl: z.string().default(''),
  }),
  z.object({
    msgtype: z.literal('miniprogram'),
    title: z.string().min(1),
    appid: z.string().min(1),
    pagepath: z.string().min(1),
  }),
  z.object({ msgtype: z.literal('business_card'), userid: z.string().min(1) }),
  /** Kinds of which sync_msg tells the name alone (W:94670). */
  z.object({ msgtype: z.enum(['meeting', 'calendar', 'note']) }),
])
export type ChatMessageInput = z.output<typeof chatMessageSchema>

/** What the chat shows, and what sync_msg tells. */
export interface Written {
  content: Content
  payload: { msgtype: string } & Record<string, unknown>
}

const caps = { image: 2 * megabyte, voice: 2 * megabyte, video: 10 * megabyte, file: 20 * megabyte }
const words = { image: '图片', voice: '语音', video: '视频', file: '文件' }
const endings = { image: 'jpg', voice: 'amr', video: 'mp4', file: 'bin' }

function media(
  sandbox: Sandbox,
  type: keyof typeof caps,
  bytes: Buffer,
  given: { name?: string | undefined },
): Written {
  const name = given.name ?? `${sandbox.ids.next('file-name', 12)}.${endings[type]}`
  const stored = storeMedia(sandbox, { name, type: '', bytes }, type, 'threeDays')
  const seconds = type === 'voice' ? amrSeconds(bytes) : null
  const content: Content = {
    type,
    mediaId: stored.id,
    url: null,
    name,
    bytes: bytes.length,
    ...(seconds === null ? {} : { seconds }),
  }
  // The wording of this notice is not documented.
  const tooLarge = `[${words[type]}超过 ${caps[type] / megabyte}MB，无法接收]`
  return bytes.length > caps[type]
    ? { content, payload: { msgtype: 'text', text: { content: tooLarge } } }
    : { content, payload: { msgtype: type, [type]: { media_id: stored.id } } }
}

/** A placeholder for the picture of a mini-program card. */
const cover = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** Turns what a person sends into what is shown and told; media over their cap are told as a notice (W:94670). */
export function written(sandbox: Sandbox, given: ChatMessageInput): Written {
  switch (given.msgtype) {
    case 'text':
      return {
        content: { type: 'text', text: given.text },
        payload: { msgtype: 'text', text: { content: given.text } },
      }
    case 'voice': {
      const bytes = given.base64 === undefined ? silentAmr(given.seconds) : Buffer.from(given.base64, 'base64')
      return media(sandbox, 'voice', bytes, {})
    }
    case 'image':
    case 'video':
    case 'file':
      return media(sandbox, given.msgtype, Buffer.from(given.base64, 'base64'), given)
    case 'location': {
      const { msgtype, ...place } = given
      return { content: { type: 'location', ...place }, payload: { msgtype, location: place } }
    }
    case 'link': {
      const { msgtype, title, desc, url, picUrl } = given
      return {
        content: { type: 'link', title, description: desc, url, pictureUrl: picUrl === '' ? null : picUrl },
        payload: { msgtype, link: { title, desc, url, pic_url: picUrl } },
      }
    }
    case 'miniprogram': {
      const { msgtype, title, appid, pagepath } = given
      const thumb = storeMedia(sandbox, { name: 'cover.png', type: '', bytes: cover }, 'image', 'threeDays').id
      return {
        content: { type: 'miniprogram', title, appid, path: pagepath, mediaId: null },
        payload: { msgtype, miniprogram: { title, appid, pagepath, thumb_media_id: thumb } },
      }
    }
    case 'business_card': {
      const name = sandbox.world.members.find((one) => one.userid === given.userid)?.name ?? given.userid
      return {
        content: { type: 'card', name, userid: given.userid },
        payload: { msgtype: 'business_card', business_card: { userid: given.userid } },
      }
    }
    default: {
      const shown = { meeting: '[会议]', calendar: '[日程]', note: '[笔记]' }[given.msgtype]
      return { content: { type: 'text', text: shown }, payload: { msgtype: given.msgtype } }
    }
  }
}
