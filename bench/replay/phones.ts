import type { Stage } from '../setup/stage'
import { withoutWaiting } from './state'

interface Message {
  readonly from: string
  readonly content: Readonly<Record<string, unknown>> & { readonly type: string }
}
interface Phone {
  readonly chats: readonly { readonly id: string; readonly messages: readonly Message[] }[]
}
interface Member {
  readonly inbox: readonly { readonly content: Readonly<Record<string, unknown>> }[]
}

/** What each phone was sent, per chat in order; keys of one use are left out of addresses. */
export async function phonesOf(stage: Stage, users: readonly string[]): Promise<Record<string, unknown>> {
  const phones: Record<string, unknown> = {}
  for (const user of users) {
    const { chats } = (await stage.view(`phones/${user}`)) as unknown as Phone
    for (const { id, messages } of chats)
      phones[`${user} ${id}`] = messages.filter(({ from }) => from === 'corp').map(({ content }) => shown(content))
  }
  return phones
}

const shown = (content: Message['content']): unknown[] =>
  ['type', 'text', 'head', 'title', 'path', 'page', 'items']
    .map((name) => content[name])
    .filter((value) => value !== undefined)
    .map((value) =>
      Array.isArray(value)
        ? value.map((item: Readonly<Record<string, unknown>>) => item['content'] ?? item['path'])
        : withoutWaiting(typeof value === 'string' ? value.replace(/entry=[0-9a-f]+/, 'entry=…') : value),
    )

/** How many cards each member was sent, by what they ask and what became of their button. */
export async function cardsOf(stage: Stage, userids: readonly string[]): Promise<Record<string, unknown>> {
  const cards: Record<string, Record<string, number>> = {}
  for (const userid of userids) {
    const { inbox } = (await stage.view(`members/${userid}`)) as unknown as Member
    const counted: Record<string, number> = {}
    for (const { content } of inbox) {
      const card = content['card'] as { main_title?: { title?: string } } | undefined
      const name = `${card?.main_title?.title ?? String(content['type'])} ${String(content['replaced'] ?? '')}`
      counted[name] = (counted[name] ?? 0) + 1
    }
    cards[userid] = counted
  }
  return cards
}
