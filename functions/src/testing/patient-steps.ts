import { demo } from '@suixing/sandbox'
import { signInPatient } from './sign-in'
import type { World } from './world'

/** A WeChat user who came in through a physician's contact QR. */
export interface Invited {
  readonly user: string
  readonly token: string
  readonly patientId: string
  readonly enrolmentId: string
}
export interface PhoneMessage {
  readonly id: string
  readonly at: number
  readonly from: 'patient' | 'corp' | 'system'
  readonly content: {
    readonly type: string
    readonly text?: string
    /** What stands over the entries of a menu. */
    readonly head?: string
    readonly path?: string
    readonly url?: string
  }
}

export const enrolBody = {
  consent: { version: '1.0', scopes: ['care'] },
  profile: { diagnosisYear: 2014, therapy: 'insulin' },
  preferences: { hour: 'evening', channel: 'wechat', family: null },
}

/** More people with WeChat than the demo world has. */
export function addUsers(world: World, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addUser(world, `person${index}`))
}
export function addUser(world: World, key: string): string {
  const appids = Object.values(demo.miniPrograms).map(({ appid }) => appid)
  const openids = Object.fromEntries(appids.map((appid, at) => [appid, `o${at}${key}`.padEnd(28, 'x')]))
  world.sandbox.world.users.push({
    key,
    name: `病友${key}`,
    gender: 1,
    unionid: `oU${key}`.padEnd(28, 'u'),
    openids,
    externalUserid: null,
    kfExternalUserid: null,
  })
  return key
}

const ways = new WeakMap<World, Map<string, string>>()
/** State of the contact QR of a physician, made once a world. */
export async function contactWay(world: World, physicianId = 'linzhiyuan'): Promise<string> {
  const known = ways.get(world) ?? new Map<string, string>()
  ways.set(world, known)
  const state = known.get(physicianId)
  if (state) return state
  const cookie = await world.signInConsole()
  const made = await world.call('POST', '/api/console/programmes/type-2-diabetes/contact-ways', {
    cookie,
    body: { physicianId },
  })
  known.set(physicianId, made.body.state)
  return made.body.state
}

/** Scans the QR and waits until the welcome was dealt with. */
export async function scan(world: World, user: string, physicianId = 'linzhiyuan'): Promise<void> {
  await world.sandbox.control('scan', { user, state: await contactWay(world, physicianId) })
  await world.settle()
}

export async function chat(world: World, user: string, kind: 'kf' | 'staff'): Promise<PhoneMessage[]> {
  const view = (await (await world.sandbox.app.request(`/view/phones/${user}`)).json()) as {
    chats: { kind: string; messages: PhoneMessage[] }[]
  }
  return view.chats.filter((one) => one.kind === kind).flatMap((one) => one.messages)
}
/** Texts the phone got in the kf chat. */
export const received = async (world: World, user: string): Promise<string[]> =>
  (await chat(world, user, 'kf'))
    .filter(({ from }) => from === 'corp')
    .map(({ content }) => content.text ?? content.head ?? '')
/** Welcomes the phone got in the staff chat. */
export const welcomes = async (world: World, user: string): Promise<PhoneMessage[]> =>
  (await chat(world, user, 'staff')).filter(({ content }) => content.text?.includes('您好，我是'))

/** Entry key of the card in the welcome. */
export async function entryOf(world: World, user: string): Promise<string> {
  return /entry=([0-9a-f]+)/.exec(JSON.stringify(await chat(world, user, 'staff')))?.[1] ?? ''
}

export async function invite(world: World, user: string, physicianId = 'linzhiyuan'): Promise<Invited> {
  await scan(world, user, physicianId)
  const { token } = await signInPatient(world, user, await entryOf(world, user))
  const me = await world.call('GET', '/api/patient/me', { token })
  return { user, token, patientId: me.body.patient.id, enrolmentId: me.body.enrolments[0].id }
}

export async function enrol(world: World, user: string, physicianId = 'linzhiyuan'): Promise<Invited> {
  const invited = await invite(world, user, physicianId)
  const enrolled = await world.call('POST', `/api/patient/enrolments/${invited.enrolmentId}/enrol`, {
    token: invited.token,
    body: enrolBody,
  })
  if (enrolled.status !== 200) throw new Error(JSON.stringify(enrolled.body))
  await world.settle()
  return invited
}

/** Opens the assistant's chat from the mini-program. */
export async function openAssistant(world: World, { user, token }: Invited): Promise<void> {
  const link = await world.call('GET', '/api/patient/assistant-link', { token })
  await world.sandbox.control('enter', { user, url: link.body.url })
  await world.settle()
}
/** Writes in the assistant's chat; the doorbell goes out with the next settle. */
export async function say(world: World, user: string, text: string): Promise<void> {
  await world.sandbox.control('say', { user, openKfid: demo.kf.openKfid, text })
}
export async function saySettled(world: World, user: string, text: string): Promise<void> {
  await say(world, user, text)
  await world.settle()
}
