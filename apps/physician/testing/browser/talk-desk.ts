import {
  conversationAction,
  conversationPage,
  inbox,
  inboxQuery,
  sendAnswer,
  sendRequest,
  uploadAnswer,
  uploadQuery,
  type ConversationAction,
  type ErrorCode,
  type MessageView,
  type SendRequest,
} from '@suixing/contracts'
import { now } from './testdata/glucose'
import { contents, lin, quickReplies, talks, team, type Talk } from './testdata/talks'

/** A call as a host gets it. `body` is parsed JSON, or the bytes of a file. */
export interface DeskCall {
  readonly method: string
  readonly path: string
  readonly body: unknown
}
/** Why the desk refuses, by the contract's code. */
export class DeskRefusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(code)
  }
}

/**
 * The physician's conversations in memory, answering by the contract: what comes in and what goes out is held to its
 * schemas. One reader, 林致远.
 */
export const talkDesk = () => {
  const held = JSON.parse(JSON.stringify(talks)) as Talk[]
  const accepted = new Map<string, MessageView>()
  const desk = {
    /** Messages asked for, in order, with every repetition. */
    asked: [] as SendRequest[],
    acts: [] as ConversationAction[],
    uploads: [] as { name: string; bytes: number }[],
    /** How the next messages end; `drop` accepts one and then nothing answers. */
    fate: 'accept' as ErrorCode | 'accept' | 'drop',
    polls: { changed: 0, unchanged: 0 },
    talk: (id: string): Talk => {
      const found = held.find(({ row }) => row.id === id)
      if (!found) throw new DeskRefusal('not-found')
      return found
    },
    /** Puts a patient's words into a conversation, as if they had just come. */
    say: (id: string, text: string) => {
      const talk = desk.talk(id)
      const author = { kind: 'patient' as const, name: talk.row.patient?.name ?? '微信用户' }
      add(talk, { id: `said-${version}`, at: now, author, text, channel: 'kf', state: 'received' })
      talk.row.unread += 1
    },
    /** Settles what was sent last in a conversation, as a later msg_send_fail does. */
    failLast: (id: string, zh: string) => {
      const last = desk.talk(id).messages.pop()
      if (last) add(desk.talk(id), { ...last, state: 'failed', failure: { code: 'count-used', zh, en: zh } })
    },
    /** What answers a call, or null when the path is none of the desk's. Throws DeskRefusal. */
    answer: ({ method, path, body }: DeskCall): object | null => {
      const url = new URL(path, 'http://desk')
      const query = Object.fromEntries(url.searchParams)
      if (url.pathname === '/api/physician/conversations') return list(query)
      if (url.pathname === '/api/physician/media') return upload(query, body)
      const [, id, verb] =
        /^\/api\/physician\/conversations\/([^/]+)(?:\/(messages|actions))?$/.exec(url.pathname) ?? []
      if (id === undefined) return null
      const talk = desk.talk(id)
      if (method === 'POST') return verb === 'messages' ? send(talk, sendRequest.parse(body)) : act(talk, body)
      if (query['before'] !== undefined) return page(talk, { messages: talk.before, earlier: null })
      return polled(query['since']) ? page(talk, { unchanged: true, messages: [] }) : page(talk)
    },
  }

  let version = 1
  const cursor = () => `v${version}`
  const polled = (since: string | undefined) => {
    const unchanged = since === cursor()
    desk.polls[unchanged ? 'unchanged' : 'changed'] += 1
    return unchanged
  }
  const add = (talk: Talk, message: MessageView) => {
    talk.messages.push(message)
    talk.row.last = { at: message.at, author: message.author, text: message.text }
    version += 1
  }
  const list = (given: Record<string, string>) => {
    const { filter, q, since, after, limit } = inboxQuery.parse(given)
    const unchanged = polled(since)
    const rows = held.map(({ row }) => row)
    const waiting = rows.filter(({ state }) => state === 'waiting')
    const mine = rows.filter(({ assignedTo }) => assignedTo?.id === 'lin')
    const said = (id: string) =>
      desk.talk(id).messages.some(({ text }) => q !== undefined && q.length > 1 && text.includes(q))
    const chosen = { waiting, mine, all: rows, unassigned: rows, snoozed: [] }[filter].filter(
      ({ id, patient }) => q === undefined || (patient?.name.includes(q) ?? false) || said(id),
    )
    const from = after === undefined ? 0 : Number(after)
    return inbox.parse({
      unchanged,
      rows: unchanged ? [] : chosen.slice(from, from + limit),
      counts: {
        waiting: waiting.length,
        mine: mine.length,
        all: rows.length,
        unread: rows.reduce((sum, { unread }) => sum + unread, 0),
      },
      next: from + limit < chosen.length ? String(from + limit) : null,
      cursor: cursor(),
      now,
    })
  }
  const page = (talk: Talk, over: object = {}) =>
    conversationPage.parse({
      unchanged: false,
      cursor: cursor(),
      now,
      conversation: talk.row,
      summary: talk.summary,
      messages: talk.messages,
      earlier: talk.before.length > 0 ? 'before' : null,
      ...talk.page,
      team,
      quickReplies,
      contents,
      ...over,
    })
  const upload = (query: object, body: unknown) => {
    const { name } = uploadQuery.parse(query)
    const bytes = body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : 0
    if (bytes === 0) throw new DeskRefusal('bad-request')
    desk.uploads.push({ name, bytes })
    return uploadAnswer.parse({ media: mediaOf(`up-${desk.uploads.length}`) })
  }
  const send = (talk: Talk, request: SendRequest) => {
    desk.asked.push(request)
    if (desk.fate !== 'accept' && desk.fate !== 'drop') throw new DeskRefusal(desk.fate)
    const known = accepted.get(request.clientId)
    const isNote = request.kind === 'note'
    const opens = talk.row.window.open && talk.row.window.left > 0
    const via = isNote ? 'note' : opens ? 'kf' : 'miniChat'
    const message: MessageView = known ?? {
      id: `own-${accepted.size + 1}`,
      at: now,
      author: lin,
      ...shown(request),
      channel: via,
      state: 'sent',
      clientId: request.clientId,
    }
    if (!known) {
      accepted.set(request.clientId, message)
      if (via === 'kf') talk.row.window = { ...talk.row.window, left: talk.row.window.left - 1 }
      add(talk, message)
    }
    if (desk.fate === 'drop') throw new Error('dropped')
    const told = via === 'miniChat' ? (talk.page.subscribeCredits > 0 ? 'told' : 'no-credit') : 'not-needed'
    return sendAnswer.parse({ message, window: talk.row.window, via, told })
  }
  const act = (talk: Talk, body: unknown) => {
    const action = conversationAction.parse(body)
    desk.acts.push(action)
    const { row } = talk
    const assign = (id: string) => {
      const member = team.find((one) => one.id === id)
      if (!member) throw new DeskRefusal('bad-request')
      row.assignedTo = { id, name: member.name, title: member.title }
    }
    if (action.action === 'take') {
      assign('lin')
      Object.assign(row, {
        state: 'person',
        waitingSince: null,
        waitingFor: null,
        urgent: false,
        because: row.because ?? 'taken',
      })
      if (talk.page.escalation)
        Object.assign(talk.page.escalation, { acknowledgedAt: now, acknowledgedBy: lin.name, nextAt: null })
      if (talk.page.handOver) Object.assign(talk.page.handOver, { acknowledgedAt: now, acknowledgedBy: lin.name })
    }
    if (action.action === 'give-back') {
      Object.assign(row, { state: 'assistant', assignedTo: null, because: null })
      Object.assign(talk.page, { handOver: null, escalation: null })
    }
    if (action.action === 'pass') assign(action.to)
    if (action.action === 'read') row.unread = 0
    version += 1
    return page(talk)
  }
  return desk
}

const mediaOf = (id: string) => ({
  id,
  state: 'stored' as const,
  url: `/api/media/${id}`,
  contentType: 'image/jpeg',
  bytes: 1,
  name: null,
  seconds: null,
})
const shown = (request: SendRequest): Pick<MessageView, 'text' | 'content'> => {
  if (request.kind === 'text' || request.kind === 'note') return { text: request.text }
  if (request.kind !== 'card') return { text: '[图片]', content: { kind: 'image', media: mediaOf(request.mediaId) } }
  const title = contents.find(({ id }) => id === request.contentId)?.title ?? ''
  return { text: `[科教卡片] ${title}`, content: { kind: 'card', title, page: '', contentId: request.contentId } }
}
