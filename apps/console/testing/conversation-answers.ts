import type { ConversationAction, ConversationPage, MessageView, SendRequest } from '@suixing/contracts'
import { conversationFixture, inboxFixture, rowFixtures, searchFixture, urgentFixture } from './conversation-fixture'
import type { Answers } from './fixture-answers'
import { dutyFixture, figuresFixture, macrosFixture } from './team-fixture'
import { fixtureNow, xu } from './programme-fixture'

const brief = (id: string | null) => {
  const member = conversationFixture.team.find((one) => one.id === id)
  return member ? { id: member.id, name: member.name, title: member.title } : null
}
const pageOf = (id: string): ConversationPage => {
  const row = rowFixtures.find((one) => one.id === id)
  if (id === 'talk-zhao') return urgentFixture
  return row ? { ...conversationFixture, conversation: { ...row, unread: 0 } } : conversationFixture
}
const changed = (
  page: ConversationPage,
  more: Partial<NonNullable<ConversationPage['conversation']>>,
): ConversationPage =>
  page.conversation ? { ...page, cursor: `${page.cursor}+`, conversation: { ...page.conversation, ...more } } : page

/** A page after an action, as the host would answer it. */
export function afterAction(page: ConversationPage, action: ConversationAction): ConversationPage {
  switch (action.action) {
    case 'take':
      return {
        ...changed(page, {
          state: 'person',
          waitingSince: null,
          waitingFor: null,
          urgent: false,
          assignedTo: brief(xu.id),
        }),
        escalation: page.escalation && { ...page.escalation, acknowledgedAt: fixtureNow, acknowledgedBy: xu.name },
      }
    case 'give-back':
      return changed(page, { state: 'assistant', waitingSince: null, assignedTo: null })
    case 'pass':
      return changed(page, { assignedTo: brief(action.to) })
    case 'read':
      return changed(page, { unread: 0 })
    case 'label':
      return changed(page, { labels: action.labels })
    case 'snooze':
      return changed(page, { snoozedUntil: action.until })
    case 'to-client':
      return { ...changed(page, { state: 'person' }), client: { name: brief(action.to)?.name ?? '' } }
  }
}

const messageOf = (request: SendRequest): MessageView => ({
  id: `sent-${request.clientId}`,
  at: fixtureNow,
  author: { kind: 'staff', staffId: xu.id, name: xu.name, title: xu.title },
  text: 'text' in request ? request.text : request.kind,
  channel: request.kind === 'note' ? 'note' : 'kf',
  state: 'sent',
  clientId: request.clientId,
})

/** Answers of the inbox and the pages of a team where everything works. */
export const conversationAnswers: Answers = {
  consoleInbox: ({ query }) =>
    query.get('since') ? { ...inboxFixture(query), unchanged: true, rows: [] } : inboxFixture(query),
  consoleConversation: ({ params, query }) => {
    const page = pageOf(params[0] ?? '')
    if (query.get('before'))
      return {
        ...page,
        messages: [
          {
            id: 'older',
            at: '2026-11-20T03:00:00.000Z',
            author: { kind: 'patient', name: '王秀兰' },
            text: '血糖仪怎么连',
            channel: 'kf',
            state: 'received',
          },
        ],
        earlier: null,
      }
    return query.get('since') ? { ...page, unchanged: true, conversation: null, messages: [] } : page
  },
  consoleSend: ({ body }) => {
    const request = body as SendRequest
    return {
      message: messageOf(request),
      window: { ...conversationFixture.conversation!.window, left: 2 },
      via: request.kind === 'note' ? 'note' : 'kf',
      told: 'not-needed',
    }
  },
  consoleAct: ({ params, body }) => afterAction(pageOf(params[0] ?? ''), body as ConversationAction),
  assign: ({ params, body }) =>
    changed(pageOf(params[0] ?? ''), { assignedTo: brief((body as { to: string | null }).to) }),
  consoleUpload: ({ query }) => ({
    media: {
      id: 'media-new',
      state: 'stored',
      url: '/fixture/file',
      contentType: 'image/png',
      bytes: 12,
      name: query.get('name'),
      seconds: null,
    },
  }),
  searchMessages: () => searchFixture,
  macros: () => macrosFixture,
  setMacros: ({ body }) => body as typeof macrosFixture,
  duty: () => dutyFixture,
  setDuty: ({ body }) => {
    const change = body as { hours: typeof dutyFixture.hours; onCall: string | null }
    return { ...dutyFixture, hours: change.hours, onCall: change.onCall }
  },
  conversationFigures: ({ query }) => figuresFixture(Number(query.get('days') ?? 30)),
}
