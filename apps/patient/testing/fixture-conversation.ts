import { routes, type MediaView, type MessageView, type PatientMessages } from '@suixing/contracts'
import * as people from './fixture-people'

type Change = Partial<
  Pick<PatientMessages, 'state' | 'waitingSince' | 'opensAt' | 'readByTeam' | 'rate' | 'replyTemplateId' | 'answeredBy'>
>

/** A conversation in memory, as the host keeps it: a clientId is one message, the cursor counts what was said. */
export const createFixtureConversation = (messages: readonly MessageView[]) => {
  const said: MessageView[] = [...messages]
  const media = new Map<string, MediaView>()
  const heard = { read: [] as string[], rated: [] as number[], subscribed: [] as Record<string, string>[] }
  /** Everything before the newest so many is given only when asked for. */
  let pageSize = 100
  let about: Required<Change> = {
    state: 'assistant',
    waitingSince: null,
    opensAt: null,
    readByTeam: '2026-11-23T02:15:00.000Z',
    rate: null,
    replyTemplateId: 'template-1',
    answeredBy: null,
  }
  let changes = 0
  const cursor = () => `c${said.length}.${changes}`
  const seen = (after: string) => Number(/^c(\d+)/.exec(after)?.[1] ?? 0)
  const at = () => new Date(Date.parse(people.now) + said.length * 1000).toISOString()

  const read = (query: URLSearchParams): PatientMessages => {
    const [after, before] = [query.get('after'), query.get('before')]
    const end = before === null ? said.length : Number(before)
    const start = after === null ? Math.max(0, end - pageSize) : seen(after)
    return {
      unchanged: after === cursor(),
      messages: said.slice(start, end),
      earlier: start > 0 ? String(start) : null,
      cursor: cursor(),
      now: people.now,
      programme: { id: 'type-2-diabetes', name: '2型糖尿病院外管理' },
      ...about,
    }
  }
  const take = (body: unknown): { message: MessageView } => {
    const asked = routes.patientSay.body.parse(body)
    const known = said.find(({ clientId }) => clientId === asked.clientId)
    if (known) return { message: known }
    const file = asked.kind === 'text' ? null : media.get(asked.mediaId)
    const message: MessageView = {
      id: `said-${said.length}`,
      at: at(),
      author: { kind: 'patient', name: '王秀兰' },
      text: asked.kind === 'text' ? asked.text : asked.kind === 'image' ? '[图片]' : '[语音]',
      ...(asked.kind !== 'text' && file ? { content: { kind: asked.kind, media: file } } : {}),
      channel: 'miniChat',
      state: 'received',
      clientId: asked.clientId,
    }
    said.push(message)
    return { message }
  }
  const keep = (query: URLSearchParams, bytes: number): { media: MediaView } => {
    const { kind, name, seconds } = routes.patientUpload.query.parse(Object.fromEntries(query))
    const one: MediaView = {
      id: `md-${media.size + 1}`,
      state: 'stored',
      url: kind === 'image' ? people.picture : '/media/voice.mp3',
      contentType: kind === 'image' ? 'image/svg+xml' : 'audio/mpeg',
      bytes,
      name,
      seconds: seconds ?? null,
    }
    media.set(one.id, one)
    return { media: one }
  }
  return {
    said,
    heard,
    read,
    take,
    keep,
    markRead: (body: unknown) => void heard.read.push(routes.patientRead.body.parse(body).upTo),
    rate(body: unknown) {
      heard.rated.push(routes.patientRate.body.parse(body).score)
      about = { ...about, rate: null }
    },
    subscribed: (body: unknown) => void heard.subscribed.push(routes.patientSubscribed.body.parse(body).results),
    /** Something about the conversation is otherwise from now on. */
    becomes(change: Change) {
      changes += 1
      about = { ...about, ...change }
    },
    /** Somebody else says something. */
    hears: (message: Omit<MessageView, 'at'>) => void said.push({ ...message, at: at() }),
    inPagesOf: (size: number) => void (pageSize = size),
  }
}
/** A conversation in memory. */
export type FixtureConversation = ReturnType<typeof createFixtureConversation>
