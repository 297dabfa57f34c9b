import { demo } from '@suixing/sandbox'
import { conversationId } from '../conversation/conversation-id'
import { addUser, chat, enrol, openAssistant } from './patient-steps'
import type { Invited } from './patient-steps'
import type { Answer, World } from './world'

export const PROGRAMME = 'type-2-diabetes'
export const KNOWN = '餐后血糖多少算正常'
export const UNKNOWN = '我这两天脚有点麻，要紧吗'
export const RED_FLAG = '我胸口痛得厉害'

/** A patient in the assistant's chat. */
export interface Talker extends Invited {
  readonly talk: string
}

/** An enrolled patient of this physician who has opened the assistant's chat. */
export async function talker(world: World, name: string, physicianId = 'linzhiyuan'): Promise<Talker> {
  const patient = await enrol(world, addUser(world, name), physicianId)
  await openAssistant(world, patient)
  return { ...patient, talk: conversationId(PROGRAMME, patient.patientId) }
}

/** Moves the clock to an hour of Shanghai, `days` from the demo's Monday on. */
export const at = (world: World, days: number, clock: string): Promise<unknown> =>
  world.sandbox.control('advance', { to: shanghai(days, clock) })
/** The instant of an hour of Shanghai, `days` from the demo's Monday on. */
export const shanghai = (days: number, clock: string): string =>
  new Date(Date.parse(`2026-11-23T${clock}:00.000+08:00`) + days * 86_400_000).toISOString()

/** Cards that ask a member for something, oldest first. */
export interface AskedCard {
  readonly at: number
  readonly taskId: string
  readonly title: string
  readonly why: string
  /** What stands in the place of the button. */
  readonly replaced: string | null
  readonly whole: string
}
export async function cards(world: World, userid: string): Promise<AskedCard[]> {
  const view = (await (await world.sandbox.app.request(`/view/members/${userid}`)).json()) as { inbox: any[] }
  return view.inbox
    .filter(({ content }) => content.type === 'template_card')
    .map(({ at: instant, content: { card, replaced } }) => ({
      at: instant,
      taskId: card.task_id,
      title: card.main_title.title,
      why: card.horizontal_content_list.at(-1).value,
      replaced,
      whole: JSON.stringify(card),
    }))
}

/** What the corp said on the phone in the kf chat, without its welcome. */
export const heard = async (world: World, user: string): Promise<string[]> =>
  (await chat(world, user, 'kf'))
    .filter(({ from }) => from === 'corp')
    .map(({ content }) => content.text ?? content.head ?? `[${content.type}]`)
    .slice(1)

/** Sends something in the kf chat and waits until it was dealt with. */
export async function sendSettled(world: World, user: string, message: object): Promise<void> {
  await world.sandbox.control('send', { user, openKfid: demo.kf.openKfid, ...message })
  await world.settle()
}

/** A member of the team and how they call the conversation routes. */
export interface Colleague {
  inbox(query?: string): Promise<Answer>
  page(talk: string, query?: string): Promise<Answer>
  act(talk: string, body: object): Promise<Answer>
  send(talk: string, body: object): Promise<Answer>
  upload(query: string, bytes: Buffer): Promise<Answer>
}

/** With the token of the physician's app, or the cookie of the console. */
export function colleague(world: World, who: { token: string } | { cookie: string }): Colleague {
  const base = 'token' in who ? '/api/physician' : '/api/console'
  const one = (talk: string): string => `${base}/conversations/${encodeURIComponent(talk)}`
  return {
    inbox: (query = '') => world.call('GET', `${base}/conversations${query}`, who),
    page: (talk, query = '') => world.call('GET', `${one(talk)}${query}`, who),
    act: (talk, body) => world.call('POST', `${one(talk)}/actions`, { ...who, body }),
    send: (talk, body) => world.call('POST', `${one(talk)}/messages`, { ...who, body }),
    upload: (query, bytes) => world.call('POST', `${base}/media${query}`, { ...who, raw: bytes }),
  }
}
