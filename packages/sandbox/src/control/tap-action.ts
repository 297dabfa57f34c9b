import * as z from 'zod'
import { enterKf, parseKfLink, sayKf } from '../kf/patient'
import type { Sandbox } from '../sandbox'
import type { ChatMessage, Content, MenuItem } from '../world/chat'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { kfNamed, userNamed } from './who'

/** Where a tap leads. */
export type Tapped =
  | { opens: 'miniprogram'; appid: string; path: string }
  | { opens: 'kf'; chatId: string; openKfid: string }
  | { opens: 'web'; url: string }
  | { opens: 'said'; messageId: string }
  | { opens: 'nothing' }

function messageIn(sandbox: Sandbox, user: string, chatId: string, messageId: string): ChatMessage {
  const { world } = sandbox
  const [kind, id] = [chatId.slice(0, chatId.indexOf(':')), chatId.slice(chatId.indexOf(':') + 1)]
  const chat =
    chatId === 'service'
      ? world.serviceNotices.filter((one) => one.user === user).map((one) => one.message)
      : kind === 'kf'
        ? world.kfSessions.find((one) => one.user === user && one.openKfid === id)?.chat
        : world.friendships.find((one) => one.user === user && one.userid === id)?.chat
  const message = chat?.find((one) => one.id === messageId)
  if (message === undefined) throw new ControlError('notFound', 'no such message in this chat', 'messageId')
  return message
}

function open(sandbox: Sandbox, user: string, url: string): Tapped {
  const link = parseKfLink(sandbox, url)
  if (link === null) return { opens: 'web', url }
  enterKf(sandbox, userNamed(sandbox, user), link.account, link.scene, link.sceneParam)
  return { opens: 'kf', chatId: `kf:${link.account.openKfid}`, openKfid: link.account.openKfid }
}

/** Links inside running text are tapped by their order of appearance. */
const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s"'<>，。；）]+/g) ?? []

function tapItem(sandbox: Sandbox, user: string, chatId: string, item: MenuItem): Tapped {
  switch (item.type) {
    case 'view':
      return open(sandbox, user, item.url)
    case 'miniprogram':
      return { opens: 'miniprogram', appid: item.appid, path: item.path }
    case 'text':
      return { opens: 'nothing' }
    case 'click': {
      const account = kfNamed(sandbox, chatId.slice('kf:'.length))
      const content = { type: 'text' as const, text: item.content, menuId: item.id }
      const payload = { msgtype: 'text', text: { content: item.content, menu_id: item.id } }
      return { opens: 'said', messageId: sayKf(sandbox, userNamed(sandbox, user), account, content, payload) }
    }
  }
}

function tap(sandbox: Sandbox, user: string, chatId: string, content: Content, index: number): Tapped {
  switch (content.type) {
    case 'menu': {
      const item = content.items[index]
      if (item === undefined)
        throw new ControlError('badInput', `the menu has ${content.items.length} entries`, 'index')
      return tapItem(sandbox, user, chatId, item)
    }
    case 'link':
      return open(sandbox, user, content.url)
    case 'miniprogram':
      return { opens: 'miniprogram', appid: content.appid, path: content.path }
    case 'template':
      return { opens: 'miniprogram', appid: content.appid, path: content.page }
    case 'text': {
      const url = linksIn(content.text)[index]
      return url === undefined ? { opens: 'nothing' } : open(sandbox, user, url)
    }
    default:
      return { opens: 'nothing' }
  }
}

export const tapActions: Action[] = [
  action({
    name: 'tap',
    summary:
      'A patient taps a message: a card, a link, a menu entry or a link in text (index). Answers where it leads.',
    input: z.object({ user: z.string(), chatId: z.string(), messageId: z.string(), index: z.int().min(0).default(0) }),
    run(sandbox, given) {
      const who = userNamed(sandbox, given.user)
      const message = messageIn(sandbox, who.key, given.chatId, given.messageId)
      message.readByPatient = true
      const tapped = tap(sandbox, who.key, given.chatId, message.content, given.index)
      sandbox.feed.add('tapped', `${who.name}点开了一条消息`, {
        user: who.key,
        chatId: given.chatId,
        messageId: message.id,
        opens: tapped.opens,
      })
      return tapped
    },
  }),
]
