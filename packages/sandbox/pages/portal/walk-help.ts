import type { WalkHelp } from './walk'
import type { WalkStepId } from './walk-steps'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import type { ChatView, ContactCode } from '../sandbox/views'
import { isKfLink } from '../phone/wechat-acts'

/** The questions the walk asks for the patient: one the assistant knows, one it hands over. */
export const questions = { known: '餐后血糖多少算正常', unsure: '我这两天脚有点麻，要紧吗' } as const

/** What the walk can do for the person in front of it. */
export interface WalkActs {
  openConsole: () => void
  scan: (code: ContactCode) => void
  openApp: (path: string | null) => void
  enter: (kfLink: string) => void
  ask: (chat: ChatView, text: string) => void
  showPhysician: () => void
  advance: () => void
}

/** Words and button of each step, from what the sandbox knows now. */
export function walkHelp(seen: {
  codes: readonly ContactCode[]
  physician: { userid: string; name: string }
  patientName: string
  chats: readonly ChatView[]
  now: At
  next: At | null
  acts: WalkActs
}): Record<WalkStepId, WalkHelp> {
  const { codes, physician, patientName, chats, acts } = seen
  const code = codes.find((one) => one.userids.includes(physician.userid)) ?? codes[0]
  const messages = chats.filter((chat) => chat.kind === 'staff').flatMap((chat) => chat.messages)
  const card = messages.flatMap(({ content }) => (content.type === 'miniprogram' ? [content.path] : [])).at(-1)
  const link = messages
    .flatMap(({ content }) => (content.type === 'link' && isKfLink(content.url) ? [content.url] : []))
    .at(-1)
  const kf = chats.find((chat) => chat.kind === 'kf')
  /** A first visit opens the chat only, so that the assistant's greeting stands before the question. */
  const ask = (text: string): WalkHelp['action'] =>
    kf
      ? { label: '替她问这一句', go: () => acts.ask(kf, text) }
      : { label: '打开智能助手', disabled: link === undefined, go: () => link && acts.enter(link) }
  const askedUnsure = kf?.messages.some(({ content }) => content.type === 'text' && content.text === questions.unsure)
  const time = seen.next === null ? null : shortTime(seen.next, seen.now)
  return {
    contactWay: {
      says: `打开运营台，以许可的身份登录，给${physician.name}生成联系码。`,
      action: { label: '打开运营台', go: acts.openConsole },
    },
    welcome: {
      says: `${patientName}用微信扫${physician.name}的码，左边会收到欢迎。`,
      action: { label: '替她扫码', disabled: code === undefined, go: () => code && acts.scan(code) },
    },
    enrolled: {
      says: '在左边点开欢迎里的卡片，看完同意书，自己勾选再加入。',
      action: { label: '点开卡片', go: () => acts.openApp(card ?? null) },
    },
    answer: {
      says: `在微信里问一句，比如「${questions.known}」。`,
      action: ask(questions.known),
    },
    reply: askedUnsure
      ? {
          says: `「${questions.unsure}」助手拿不准，转给了${physician.name}。在右边点开${patientName}，回一句。`,
          action: { label: '看医生的手机', go: acts.showPhysician },
        }
      : {
          says: `再问「${questions.unsure}」。助手拿不准，会转给${physician.name}。`,
          action: ask(questions.unsure),
        },
    followUp: {
      says: time
        ? `钟走到 ${time}，左边会收到一条提醒。再拨一天，看它怎么避开夜里。`
        : '加入之后才有排好的触点。加入了还没有，就稍等几秒。',
      action: { label: time ? `拨到 ${time}` : '拨到下一个触点', disabled: time === null, go: acts.advance },
    },
    imported: {
      says: '在左边「血糖」页选一份动态血糖文件导入，右边的医生马上看得到。',
      action: { label: '打开血糖页', go: () => acts.openApp('pages/glucose/index') },
    },
  }
}
