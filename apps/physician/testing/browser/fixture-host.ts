import {
  errorEnvelope,
  patientList,
  patientPage,
  physicianSession,
  physicianSignIn,
  replyAnswer,
  replyRequest,
  statusOf,
  type ErrorCode,
  type MessageView,
} from '@suixing/contracts'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import sirv from 'sirv'
import { cases, type Case } from './testdata/patients'
import { DeskRefusal, talkDesk } from './talk-desk'
import { now } from './testdata/glucose'

export const staff = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }

/** A host that answers the physician's routes by the contract, from invented patients, in memory. */
export interface FixtureHost {
  readonly server: Server
  /** The conversations. */
  readonly desk: ReturnType<typeof talkDesk>
  /** Bodies of the replies asked for, in order. */
  readonly replies: { text: string; clientId: string }[]
  /** How the next replies end; `drop` accepts the reply and breaks the connection before answering. */
  fate: ErrorCode | 'accept' | 'drop'
  /** Puts a patient's message on the timeline, as if it had just come. */
  say(patientId: string, text: string): void
  /** Refuses the tokens handed out so far. */
  expireSessions(): void
  /** Answers nothing on /api while true. */
  down: boolean
}

const root = join(__dirname, '../..')

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const bytes = await bytesOf(request)
  return request.headers['content-type'] === 'application/octet-stream'
    ? bytes
    : JSON.parse(bytes.toString('utf8') || '{}')
}

/** A picture nobody took: a foot-coloured field. */
const picture = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#d9c2ad"/><ellipse cx="200" cy="230" rx="90" ry="140" fill="#c79a7c"/><circle cx="170" cy="110" r="9" fill="#a34b3f"/></svg>`

export const fixtureHost = (): FixtureHost => {
  const desk = talkDesk()
  const held: Case[] = structuredClone(cases) as Case[]
  const messages = new Map<string, MessageView>()
  let tokens = new Set<string>()
  let issued = 0
  let version = 1
  const cursor = () => `v${version}`
  const answer = async (request: IncomingMessage, url: URL): Promise<unknown> => {
    if (url.pathname === '/api/physician/session') {
      const { code, environment } = physicianSignIn.parse(await bodyOf(request))
      if (!code.startsWith(`${environment}-lin`)) throw refusal('sign-in-failed')
      const token = `token-${++issued}`
      tokens.add(token)
      return physicianSession.parse({ token, expiresAt: '2026-11-24T00:00:00.000Z', staff })
    }
    if (!tokens.has(String(request.headers.authorization).replace('Bearer ', ''))) throw refusal('session-expired')
    const talk = desk.answer({
      method: request.method ?? 'GET',
      path: url.pathname + url.search,
      body: request.method === 'POST' && isTalk(url) ? await bodyOf(request) : {},
    })
    if (talk) return talk
    const unchanged = url.searchParams.get('since')?.startsWith(cursor()) ?? false
    if (url.pathname === '/api/physician/patients') {
      const filter = url.searchParams.get('filter') ?? 'waiting'
      const rows = held.map(({ row }) => row).filter((row) => filter === 'all' || row.waitingSince !== null)
      const waiting = held.filter(({ row }) => row.waitingSince !== null).length
      return patientList.parse({
        unchanged,
        rows: unchanged ? [] : rows,
        waiting,
        total: held.length,
        cursor: cursor(),
        now,
      })
    }
    const [, id, verb] = /^\/api\/physician\/patients\/([^/]+)(?:\/(replies))?$/.exec(url.pathname) ?? []
    const one = held.find(({ row }) => row.id === id)
    if (!one) throw refusal('not-found')
    if (verb !== 'replies') {
      const empty = { patient: null, glucose: null, timeline: [] }
      return patientPage.parse({ unchanged, cursor: cursor(), now, ...(unchanged ? empty : one.page) })
    }
    const reply = replyRequest.parse(await bodyOf(request))
    host.replies.push(reply)
    if (host.fate !== 'accept' && host.fate !== 'drop') throw refusal(host.fate)
    const before = messages.get(reply.clientId)
    const message: MessageView = before ?? {
      id: `reply-${messages.size + 1}`,
      at: now,
      author: { kind: 'staff', staffId: staff.id, name: staff.name, title: staff.title },
      text: reply.text,
      channel: 'kf',
      state: 'sent',
    }
    if (!before) {
      messages.set(reply.clientId, message)
      const { patient } = one.page
      patient.window = { ...patient.window, left: patient.window.left - 1 }
      one.page.timeline.unshift({ kind: 'message', id: message.id, at: now, message })
      version += 1
    }
    if (host.fate === 'drop') throw new Error('dropped')
    return replyAnswer.parse({ message, window: one.page.patient.window, via: 'kf', told: 'not-needed' })
  }

  const app = sirv(join(root, 'dist/h5'), { dev: true })
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture')
    if (url.pathname.startsWith('/api/')) {
      const respond = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (url.pathname.startsWith('/api/media/'))
        return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture())
      if (host.down) return void request.socket.destroy()
      return void answer(request, url).then(
        (body) => respond(200, body),
        (error: (Error & { code?: ErrorCode }) | DeskRefusal) =>
          error.message === 'dropped'
            ? request.socket.destroy()
            : respond(
                statusOf(error.code ?? 'bad-request'),
                errorEnvelope.parse({
                  code: error.code ?? 'bad-request',
                  message: error.message,
                  requestId: 'fixture',
                }),
              ),
      )
    }
    if (url.pathname === '/phone.html')
      return void readFile(join(__dirname, 'phone.html')).then((page) =>
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
      )
    request.url = normalize(url.pathname.replace(/^\/apps\/physician/, '')) || '/'
    if (extname(request.url) === '') request.url = '/'
    app(request, response, () => void response.writeHead(404).end())
  })
  const host: FixtureHost = {
    server,
    desk,
    replies: [],
    fate: 'accept',
    down: false,
    say: (patientId, text) => {
      const one = held.find(({ row }) => row.id === patientId)
      if (!one) throw new RangeError(patientId)
      const id = `said-${version}`
      one.page.timeline.unshift({
        kind: 'message',
        id,
        at: now,
        message: {
          id,
          at: now,
          author: { kind: 'patient', name: one.row.name },
          text,
          channel: 'kf',
          state: 'received',
        },
      })
      one.row.waitingSince = now
      one.row.why = `问：${text}`
      version += 1
    },
    expireSessions: () => void (tokens = new Set()),
  }
  return host
}

const isTalk = ({ pathname }: URL) => /^\/api\/physician\/(conversations|media)/.test(pathname)

const refusal = (code: ErrorCode): Error & { code: ErrorCode } => Object.assign(new Error(code), { code })
