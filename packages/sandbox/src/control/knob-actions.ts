import * as z from 'zod'
import { away, tellFollowers } from '../clock/followers'
import { demo } from '../demo'
import { faultSchemas } from '../faults'
import type { FaultName, Faults } from '../faults'
import { switchSchemas } from '../switches'
import type { Switches } from '../switches'
import { clockFacts } from '../view/clock-facts'
import { freshWorld } from '../world/world'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { checkAppid } from './who'
import { verifyCallbackUrl } from './verify-callback'

const isFault = (name: string): name is FaultName => name in faultSchemas
const isSwitch = (name: string): name is keyof Switches => name in switchSchemas

export const knobActions: Action[] = [
  action({
    name: 'fault',
    summary:
      'Turns a fault knob: {name, value: {…}}, or {name, value: null} to turn it off. GET /control/faults lists them.',
    input: z.object({ name: z.string(), value: z.record(z.string(), z.unknown()).nullable() }),
    run(sandbox, given) {
      const { world, clock } = sandbox
      const { name, value } = given
      if (!isFault(name))
        throw new ControlError('notFound', `no knob ${name}; there are ${Object.keys(faultSchemas).join(', ')}`, 'name')
      if (value === null) delete world.faults[name]
      else {
        const parsed = faultSchemas[name].safeParse(value)
        if (!parsed.success) {
          const issue = parsed.error.issues[0]
          throw new ControlError('badInput', issue?.message ?? 'bad value', issue?.path.join('.') || null)
        }
        Object.assign(world.faults, { [name]: parsed.data } satisfies Faults)
        if (world.faults.tokenEarlyDeath?.seconds === 0) {
          for (const token of world.tokens) token.diesAt = clock.now()
          delete world.faults.tokenEarlyDeath
        }
      }
      sandbox.feed.add('fault', value === null ? `故障 ${name} 已关闭` : `故障 ${name} 已打开`, { name, value })
      return { faults: world.faults }
    },
  }),
  action({
    name: 'switch',
    summary: 'Plays the other behaviour of an unconfirmed fact: {name, value}. GET /view/state lists them.',
    input: z.object({ name: z.string(), value: z.string() }),
    run(sandbox, { name, value }) {
      if (!isSwitch(name)) throw new ControlError('notFound', `no switch ${name}`, 'name')
      const parsed = switchSchemas[name].safeParse(value)
      if (!parsed.success) throw new ControlError('badInput', parsed.error.issues[0]?.message ?? 'bad value', 'value')
      Object.assign(sandbox.world.switches, { [name]: parsed.data })
      sandbox.feed.add('switch', `开关 ${name} 设为 ${value}`, { name, value })
      return { switches: sandbox.world.switches }
    },
  }),
  action({
    name: 'callback-url',
    summary: 'Where callbacks go from now on; null stops them.',
    input: z.object({ url: z.url().nullable() }),
    run(sandbox, given) {
      sandbox.world.callbackUrl = given.url
      sandbox.changed()
      return {}
    },
  }),
  action({
    name: 'message-push-url',
    summary: "Where a mini-program's events (subscribe_msg_*) go, sealed with its own keys; null stops them.",
    input: z.object({ appid: z.string().default(demo.miniPrograms.patient.appid), url: z.url().nullable() }),
    run(sandbox, { appid, url }) {
      checkAppid(appid)
      const { world } = sandbox
      world.messagePushUrls = world.messagePushUrls.filter((one) => one.appid !== appid)
      if (url !== null) world.messagePushUrls.push({ appid, url })
      sandbox.changed()
      return {}
    },
  }),
  action({
    name: 'verify-callback',
    summary: 'Checks the callback url with an echostr as the admin console does when it is saved.',
    input: z.object({}),
    run: (sandbox) => verifyCallbackUrl(sandbox),
  }),
  action({
    name: 'trust',
    summary: 'Adds a host:port to which sign-in may return.',
    input: z.object({ host: z.string().min(1) }),
    run(sandbox, given) {
      sandbox.world.trustedDomains = [...new Set([...sandbox.world.trustedDomains, given.host])]
      sandbox.changed()
      return { trustedDomains: sandbox.world.trustedDomains }
    },
  }),
  action({
    name: 'template',
    summary: 'Adds a subscribe-message template; keys carry their type as prefix (thing1, time2).',
    input: z.object({ id: z.string().min(1), title: z.string().min(1), keys: z.array(z.string()).min(1) }),
    run(sandbox, given) {
      sandbox.world.templates = [...sandbox.world.templates.filter((one) => one.id !== given.id), given]
      sandbox.changed()
      return {}
    },
  }),
  action({
    name: 'reset',
    summary: 'Back to the first instant of the demo world. Callback url, trusted hosts, followers and clock mode stay.',
    input: z.object({}),
    async run(sandbox) {
      const { world, clock } = sandbox
      const { callbackUrl, messagePushUrls, trustedDomains, followers, version, clock: clockState, serials } = world
      const kept = { callbackUrl, messagePushUrls, trustedDomains, followers, version, clock: clockState, serials }
      const fresh = freshWorld(world.seed)
      for (const key of Object.keys(serials)) delete serials[key]
      Object.assign(serials, fresh.serials)
      Object.assign(world, fresh, kept)
      clock.set(fresh.clock.at)
      sandbox.media.clear()
      sandbox.waitingSince.clear()
      sandbox.feed.add('reset', '沙盒已恢复到初始状态')
      const answers = await tellFollowers(followers, clock.now(), clock.mode())
      sandbox.presence.note(answers)
      return { ...clockFacts(sandbox), followersAway: away(answers) }
    },
  }),
]
