import type { ChatMessage } from '../../src/world/chat'
import type { Friendship, InboxMessage } from '../../src/world/people'
import type { ViewedChat } from '../../src/view/phone'
import type { FeedEntry } from '../../src/view/feed'
import type { KfDesk } from '../../src/view/kf-desk'
import type { Faults } from '../../src/faults'
import type { Versioned } from './use-view'

export type ChatView = ViewedChat
/** Instants inside messages, inbox and feed are milliseconds since the epoch. */
export type ViewedMessage = ChatMessage
export type ViewedInboxMessage = InboxMessage
export type ViewedEvent = FeedEntry

/** GET /view/phones/{user} */
export interface PhoneView extends Versioned {
  user: { key: string; name: string }
  unread: number
  chats: ChatView[]
}

/** A customer of a member, with the names of the tags of the pair. */
export interface CustomerView {
  user: string
  name: string
  status: Friendship['status']
  since: string
  remark: string
  tags: string[]
}

/** GET /view/members/{userid}; the inbox is oldest first. */
export interface MemberView extends Versioned {
  member: { userid: string; name: string; position: string }
  inbox: ViewedInboxMessage[]
  customers: CustomerView[]
  /** The kf accounts this member serves. */
  kf: KfDesk[]
}

/** GET /view/events: at most 500, all newer than `after`, oldest first. */
export interface EventsView extends Versioned {
  entries: ViewedEvent[]
}

/** A QR code people can scan. `qrCode` is the address of its picture. */
export interface ContactCode {
  configId: string
  qrCode: string
  state: string
  remark: string
  userids: string[]
  memberNames: string[]
}

/** GET /view/state. `nextInstant` is the earliest of the sandbox's own schedule and its followers'. */
export interface StateView extends Versioned {
  clock: { now: string; mode: 'running' | 'frozen'; nextInstant: string | null }
  followers: { url: string; present: boolean | null }[]
  corp: { name: string; corpid: string }
  miniPrograms: { key: string; appid: string; name: string; url: string | null }[]
  users: { key: string; name: string }[]
  members: { userid: string; name: string; position: string }[]
  contactWays: ContactCode[]
  templates: { id: string; title: string }[]
  faults: Faults
}
