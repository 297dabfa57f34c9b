import { demo } from '../../packages/sandbox/src/demo'
import { PROGRAMME, contactWay, enter, join } from '../setup/newcomer'
import type { Newcomer } from '../setup/newcomer'
import { consoleCookie, expected, physicianToken } from '../setup/stage'
import type { Stage } from '../setup/stage'
import type { Physician, ReplayEvent } from './event'
import type { Mode } from './mode'

export interface Played {
  /** Id under which WeCom knows what was said, by line of the file. */
  readonly idOfLine: ReadonlyMap<number, string>
  /** What became of each line: `ok`, or the status or code it was refused with. */
  readonly outcomes: readonly string[]
  readonly users: readonly string[]
}

/**
 * What no later pull makes good is not lost on the way: a friendship is told by its callback alone, and the code that comes with an entry
 * or an ending is over after twenty seconds. Its callbacks come three times and out of order all the same.
 */
const nothingElseTells: ReadonlySet<ReplayEvent['do']> = new Set(['scan', 'unfriend', 'enter', 'client-end'])

/** Business time after the last event: the safety pull comes after five minutes. */
const QUIET = '11m'

/**
 * Plays a file against a fresh installation whose clock the sandbox holds: at each event's instant the event happens, then everything
 * it causes is done before time goes on. `publicHost`: host and port the installation is known under.
 */
export async function play(
  stage: Stage,
  events: readonly ReplayEvent[],
  mode: Mode,
  { publicHost, note = () => undefined }: { publicHost: string; note?: (line: number) => void },
): Promise<Played> {
  const users = [...new Set(events.map(({ who }) => who))].sort()
  for (const [index, key] of users.entries())
    await stage.control('person', { key, name: `患者${String(index + 1).padStart(2, '0')}`, gender: (index % 2) + 1 })
  const set = await staffOf(stage, publicHost)
  const start = Date.parse(demo.firstInstant) + 60_000
  await stage.control('advance', { to: new Date(start).toISOString() })
  const turn = (knobs: Mode['knobs'], on: boolean): Promise<unknown> =>
    Promise.all(
      Object.entries(knobs).map(([name, value]) => stage.control('fault', { name, value: on ? value : null })),
    )
  await turn(mode.knobs, true)
  await turn(mode.doorbellKnobs, true)

  const people = new Map<string, Newcomer>()
  const idOfLine = new Map<number, string>()
  const outcomes: string[] = []
  for (const [line, event] of events.entries()) {
    note(line)
    await stage.control('advance', { to: new Date(start + event.at).toISOString() })
    const rings = nothingElseTells.has(event.do)
    if (rings) await turn(mode.doorbellKnobs, false)
    const { outcome, messageId } = await happen({ stage, people, idOfLine, mode, ...set }, event)
    if (rings) await turn(mode.doorbellKnobs, true)
    if (messageId) idOfLine.set(line, messageId)
    outcomes.push(outcome)
  }
  await turn(mode.knobs, false)
  await turn(mode.doorbellKnobs, false)
  await stage.control('advance', { by: QUIET })
  return { idOfLine, outcomes, users }
}

interface Staff {
  readonly tokens: Readonly<Record<Physician, string>>
  readonly ways: Readonly<Record<Physician, string>>
  readonly bareLink: string
}
async function staffOf(stage: Stage, publicHost: string): Promise<Staff> {
  const cookie = await consoleCookie(stage, 'xuke', publicHost)
  const [linzhiyuan, chensiyuan] = [
    await contactWay(stage, cookie, 'linzhiyuan'),
    await contactWay(stage, cookie, 'chensiyuan'),
  ]
  const tokens = {
    linzhiyuan: await physicianToken(stage, 'linzhiyuan'),
    chensiyuan: await physicianToken(stage, 'chensiyuan'),
  }
  return { tokens, ways: { linzhiyuan, chensiyuan }, bareLink: await bareLink(stage) }
}

/** The link of the kf account as it stands on a poster: it names nobody. */
async function bareLink(stage: Stage): Promise<string> {
  const wecom = `${stage.sandboxUrl}/wecom/cgi-bin`
  const { corpid, corpsecret } = demo.corp
  const token = await fetch(`${wecom}/gettoken?corpid=${corpid}&corpsecret=${corpsecret}`)
  const { access_token } = (await token.json()) as { access_token: string }
  const made = await fetch(`${wecom}/kf/add_contact_way?access_token=${access_token}`, {
    method: 'POST',
    body: JSON.stringify({ open_kfid: demo.kf.openKfid }),
  })
  return ((await made.json()) as { url: string }).url
}

interface Scene extends Staff {
  readonly stage: Stage
  readonly people: Map<string, Newcomer>
  readonly idOfLine: ReadonlyMap<number, string>
  readonly mode: Mode
}
interface Happened {
  readonly outcome: string
  readonly messageId?: string
}

async function happen(scene: Scene, event: ReplayEvent): Promise<Happened> {
  const { stage, people } = scene
  const user = event.who
  switch (event.do) {
    case 'scan':
      return controlled(await stage.tryControl('scan', { user, state: scene.ways[event.physician] }))
    case 'unfriend':
      return controlled(await stage.tryControl('unfriend', { user, userid: event.physician }))
    case 'join':
      people.set(user, await join(stage, user))
      return { outcome: 'ok' }
    case 'enter': {
      const person = people.get(user)
      if (event.by === 'own-link' && person) await enter(stage, person)
      else await stage.control('enter', { user, url: scene.bareLink })
      return { outcome: 'ok' }
    }
    case 'say':
      return controlled(await stage.tryControl('say', { user, openKfid: demo.kf.openKfid, text: event.text }))
    case 'send':
      return controlled(await stage.tryControl('send', { user, ...sendings[event.what] }))
    case 'recall':
      return controlled(await stage.tryControl('recall', { user, messageId: scene.idOfLine.get(event.line) ?? 'none' }))
    case 'rate':
      return rate(stage, user, event.entry)
    case 'client-say':
      return controlled(await stage.tryControl('kf-say', { user, userid: event.by, msgtype: 'text', text: event.text }))
    case 'client-end':
      return controlled(await stage.tryControl('kf-end', { user, userid: event.by }))
    default:
      return asked(scene, event)
  }
}

type Asked = Extract<ReplayEvent, { do: 'mini-say' | 'mini-allow' | 'reply' | 'note' | 'act' }>
/** What goes through the host's API. Messages name themselves, so a client may send them again. */
async function asked({ stage, people, tokens, mode }: Scene, event: Asked): Promise<Happened> {
  const person = people.get(event.who)
  if (!person) return { outcome: 'nobody' }
  const talk = `/api/physician/conversations/${PROGRAMME}:${person.patientId}`
  const again = async (ask: () => ReturnType<Stage['call']>): Promise<Happened> => {
    const outcomes: string[] = []
    for (let sent = 0; sent < mode.sends; sent++) {
      const { status, body } = await ask()
      outcomes.push(status === 200 ? 'ok' : String(body['code']))
    }
    return { outcome: [...new Set(outcomes)].join(' then ') }
  }
  switch (event.do) {
    case 'mini-say': {
      const body = { kind: 'text', text: event.text, clientId: event.clientId }
      return again(() => stage.call('POST', '/api/patient/messages', { token: person.token, body }))
    }
    case 'mini-allow': {
      const templateId = demo.templates[3].id
      await stage.control('subscribe', { user: event.who, templateId, decision: 'accept' })
      const body = { results: { [templateId]: 'accept' } }
      expected(await stage.call('POST', '/api/patient/subscriptions', { token: person.token, body }))
      return { outcome: 'ok' }
    }
    case 'reply':
    case 'note': {
      const body = { kind: event.do === 'note' ? 'note' : 'text', text: event.text, clientId: event.clientId }
      return again(() => stage.call('POST', `${talk}/messages`, { token: tokens[event.by], body }))
    }
    case 'act': {
      const { status, body } = await stage.call('POST', `${talk}/actions`, {
        token: tokens[event.by],
        body: event.action,
      })
      return { outcome: status === 200 ? 'ok' : String(body['code']) }
    }
  }
}

/** Taps the last menu of the chat that asks how it was. */
async function rate(stage: Stage, user: string, index: number): Promise<Happened> {
  const { chats } = (await stage.view(`phones/${user}`)) as unknown as {
    chats: { id: string; kind: string; messages: { id: string; from: string; content: { type: string } }[] }[]
  }
  const chat = chats.find(({ kind }) => kind === 'kf')
  const menu = chat?.messages.filter(({ content }) => content.type === 'menu').at(-1)
  if (!chat || !menu) return { outcome: 'no menu' }
  return controlled(await stage.tryControl('tap', { user, chatId: chat.id, messageId: menu.id, index }))
}

function controlled(answer: Readonly<Record<string, unknown>>): Happened {
  const { refused, messageId } = answer
  if (typeof refused === 'string') return { outcome: refused }
  return { outcome: 'ok', ...(typeof messageId === 'string' ? { messageId } : {}) }
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const sendings = {
  image: { msgtype: 'image', base64: PIXEL },
  voice: { msgtype: 'voice' },
  location: { msgtype: 'location', latitude: 31.23, longitude: 121.47, name: '江滨公园', address: '江滨路 1 号' },
}
