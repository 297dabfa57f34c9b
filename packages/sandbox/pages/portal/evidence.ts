import type { At } from '../sandbox/clock-face'
import type { ChatView, ViewedEvent } from '../sandbox/views'
import { saidBy } from '../wechat/said-by'

/** Something that has happened: when on the sandbox's clock, and how long it took where that means something. */
export interface Happened {
  at: At
  latencyMs: number | null
}

/** What shows that the steps of the walk were done; null is "not seen yet". */
export interface Evidence {
  contactWay: Happened | null
  welcome: Happened | null
  enrolled: Happened | null
  answer: Happened | null
  reply: Happened | null
  followUp: Happened | null
  imported: Happened | null
}

/** What was seen in the product itself rather than at the vendors. */
export interface SeenInProduct {
  enrolled: Happened | null
  replied: Happened | null
  imported: Happened | null
}

/** Reads the walk's evidence about one patient off the sandbox's feed and the patient's chats. */
export function evidenceOf(
  user: string,
  seen: { entries: readonly ViewedEvent[]; chats: readonly ChatView[]; product: SeenInProduct },
): Evidence {
  const { entries, chats, product } = seen
  const kf = chats.filter((chat) => chat.kind === 'kf').flatMap((chat) => chat.messages)
  const question = kf.findIndex((message) => message.from === 'patient')
  const latencyOf = (id: string): number | null =>
    entries.find((entry) => entry.kind === 'kf.delivered' && entry.detail['messageId'] === id)?.latencyMs ?? null
  const after = question < 0 ? [] : kf.slice(question + 1).filter((message) => message.from === 'corp')
  const by = (kind: 'assistant' | 'person'): Happened | null => {
    const found = after.find(({ content }) => content.type === 'text' && saidBy(content.text).kind === kind)
    return found ? { at: found.at, latencyMs: latencyOf(found.id) } : null
  }
  const created = entries.find((entry) => entry.kind === 'contactWay.created')
  const welcome = entries.find((entry) => entry.kind === 'welcome.delivered' && entry.detail['user'] === user)
  const reply = by('person')
  return {
    contactWay: created ? { at: created.at, latencyMs: null } : null,
    welcome: welcome ? { at: welcome.at, latencyMs: welcome.latencyMs } : null,
    enrolled: product.enrolled,
    answer: by('assistant'),
    reply: reply && { at: reply.at, latencyMs: product.replied?.latencyMs ?? null },
    followUp: product.enrolled === null ? null : unasked(entries, chats, product.enrolled.at),
    imported: product.imported,
  }
}

/** The first thing that reached the patient after the clock was moved and before the patient wrote again. */
function unasked(entries: readonly ViewedEvent[], chats: readonly ChatView[], since: At): Happened | null {
  const moved = entries.filter((entry) => entry.kind === 'clock.moved' && ms(entry.at) > ms(since))
  for (const entry of moved) {
    const from = ms(typeof entry.detail['from'] === 'string' ? entry.detail['from'] : entry.at)
    for (const message of chats.flatMap((chat) => chat.messages)) {
      if (
        message.from !== 'patient' &&
        message.content.type !== 'notice' &&
        ms(message.at) > from &&
        ms(message.at) <= ms(entry.at)
      )
        return { at: message.at, latencyMs: null }
    }
  }
  return null
}

const ms = (at: At): number => new Date(at).getTime()
