import { randomUUID } from 'node:crypto'
import { killable } from './testing/kill'
import type { Killable } from './testing/kill'
import {
  addUser,
  contactWay,
  enrol,
  enrolBody,
  invite,
  openAssistant,
  received,
  say,
  saySettled,
  welcomes,
} from './testing/patient-steps'
import type { Invited } from './testing/patient-steps'
import { signInPhysician } from './testing/sign-in'
import { createWorld } from './testing/world'
import type { World } from './testing/world'

/**
 * The host dies after every single call it makes to the database or to WeCom, one call after the other, in each thing it does.
 * Afterwards nothing that was acknowledged is lost, and no message reached the phone twice.
 */
let world: World
let host: Killable
let people = 0
beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
  host = killable(world)
})
afterAll(() => world.close())

const QUESTION = '餐后血糖多少算正常'
const somebody = (): string => addUser(world, `crash${people++}`)
const settle = (): Promise<unknown> => world.sandbox.control('advance', { by: 0 })

/** Runs the step unharmed for its calls, then once for each of them with a host that dies there, and checks every outcome. */
async function atEveryCall<T>(
  prepare: () => Promise<T>,
  step: (given: T) => Promise<unknown>,
  check: (given: T, diedAfter: string) => Promise<void>,
): Promise<string[]> {
  const begun = await prepare()
  const before = host.calls.length
  await step(begun)
  const calls = host.calls.slice(before)
  await check(begun, 'nothing')
  for (let nth = 1; nth <= calls.length; nth++) {
    const given = await prepare()
    const from = host.calls.length
    host.killAfter(nth)
    await step(given).catch(() => undefined)
    const diedAfter = `${nth}: ${host.calls[from + nth - 1] ?? 'the end'}`
    host.revive()
    await world.endLeases() // as a host that starts again finds them
    await world.settle()
    await check(given, diedAfter)
  }
  return calls
}

it('the scan: one patient, one enrolment, one welcome', async () => {
  const state = await contactWay(world)
  const calls = await atEveryCall(
    async () => somebody(),
    async (user) => {
      await world.sandbox.control('scan', { user, state })
      await settle()
      // WeCom tries three times, five seconds apart, when it hears no answer.
      await world.sandbox.control('advance', { by: '10s' })
    },
    async (user, diedAfter) => {
      const patients = (await world.documents('patients')).filter(({ name }) => name === `病友${user}`)
      const enrolments = (await world.documents('enrolments')).filter(({ patientId }) => patientId === patients[0]?._id)
      expect([diedAfter, patients.length, enrolments.length, (await welcomes(world, user)).length]).toEqual([
        diedAfter,
        1,
        1,
        1,
      ])
    },
  )
  expect(calls).toEqual(
    expect.arrayContaining([
      'inbox.keep',
      'enrolments.invite',
      'welcomes.trying',
      'wecom.welcome.send',
      'welcomes.settle',
      'inbox.done',
    ]),
  )
})

it('the enrolment: acknowledged or not, sending it again enrols once, with two tags in WeCom and two touchpoints', async () => {
  const submit = ({ token, enrolmentId }: Invited) =>
    world.call('POST', `/api/patient/enrolments/${enrolmentId}/enrol`, { token, body: enrolBody })
  const acknowledged = new Set<string>()
  const calls = await atEveryCall(
    () => invite(world, somebody()),
    async (patient) => {
      if ((await submit(patient)).status === 200) acknowledged.add(patient.patientId)
      await settle()
    },
    async (patient, diedAfter) => {
      if (!acknowledged.has(patient.patientId)) {
        expect([diedAfter, (await submit(patient)).status]).toEqual([diedAfter, 200])
        await world.settle()
      }
      const { enrolments, touchpoints, tags } = world.host.product.repositories
      const row = await enrolments.byId(patient.enrolmentId)
      const planned = (await touchpoints.ofPatient(patient.patientId)).map(({ stepId, state }) => `${stepId} ${state}`)
      const written = (await tags.ofPatient(patient.patientId)).map(({ wecom }) => wecom.state)
      expect([diedAfter, row?.history.map(({ status }) => status), planned, written]).toEqual([
        diedAfter,
        ['invited', 'enrolled'],
        ['first-check planned', 'measure-reminder planned'],
        ['written', 'written'],
      ])
    },
  )
  expect(calls).toEqual(
    expect.arrayContaining([
      'enrolments.enrol',
      'touchpoints.create',
      'tags.change',
      'wecom.tags.mark',
      'agenda.finish',
    ]),
  )
})

async function inChat(): Promise<Invited> {
  const patient = await enrol(world, somebody())
  await openAssistant(world, patient)
  return patient
}
/** Nobody waits, and nothing was answered lately: the same question again is no repeated one. */
const atRest = async (): Promise<void> => {
  await world.update('conversations', {}, { $set: { state: 'assistant', waitingSince: null, waitingFor: null } })
  await world.update('messages', {}, { $set: { faq: null } })
}
const texts = async (user: string, what: RegExp): Promise<string[]> =>
  (await received(world, user)).filter((text) => what.test(text))

describe('what a patient writes', () => {
  let patient: Invited
  beforeAll(async () => {
    patient = await inChat()
  })
  it.each([
    ['a known question', QUESTION, /10\.0 mmol/, 'assistant'],
    ['a question for a person', '我这两天脚有点麻，要紧吗', /已转给林致远/, 'waiting'],
    ['a red flag', '我胸口痛得厉害', /已经马上通知林致远/, 'waiting'],
  ])('%s: answered once, and waiting for a person where one is needed', async (_, text, reply, state) => {
    const calls = await atEveryCall(
      async () => {
        await atRest()
        return { all: (await received(world, patient.user)).length, like: (await texts(patient.user, reply)).length }
      },
      async () => {
        await say(world, patient.user, text)
        await settle()
      },
      async (before, diedAfter) => {
        const [talk] = await world.host.product.repositories.conversations.ofPatient(patient.patientId)
        const now = {
          all: (await received(world, patient.user)).length,
          like: (await texts(patient.user, reply)).length,
        }
        expect([diedAfter, now.all - before.all, now.like - before.like, talk?.state]).toEqual([diedAfter, 1, 1, state])
      },
    )
    expect(calls).toEqual(
      expect.arrayContaining([
        'inbox.keep',
        'kfAccounts.ring',
        'wecom.kf.sync',
        'messages.keep',
        'conversations.patientWrote',
        'conversations.reserve',
        'wecom.kf.send.message',
        'kfAccounts.advance',
        'kfAccounts.finish',
      ]),
    )
  })

  it('the answer to a follow-up: thanked for once, and not taken for a question', async () => {
    const { touchpoints } = world.host.product.repositories
    const [first] = await touchpoints.ofPatient(patient.patientId)
    await atEveryCall(
      async () => {
        await atRest()
        const attempt = {
          id: 'earlier',
          messageId: 'earlier',
          channel: 'kf',
          text: '',
          contentId: '',
          at: world.host.product.clock.instant(),
        }
        await world.update(
          'touchpoints',
          { _id: first?._id },
          { $set: { state: 'delivered', reason: { code: 'accepted-by-channel', params: {} }, attempt } },
        )
        return (await received(world, patient.user)).length
      },
      async () => {
        await say(world, patient.user, '测了，早上 6.8，没有不舒服')
        await settle()
      },
      async (before, diedAfter) => {
        const [talk] = await world.host.product.repositories.conversations.ofPatient(patient.patientId)
        const said = (await received(world, patient.user)).slice(before)
        const state = (await touchpoints.byId(first?._id ?? ''))?.state
        expect([diedAfter, said, talk?.state, state]).toEqual([
          diedAfter,
          [expect.stringContaining('收到，已经记下')],
          'assistant',
          'answered',
        ])
      },
    )
  })
})

it('the reply of a physician: sent again by the app, it arrives once', async () => {
  const token = await signInPhysician(world)
  const send = (given: { patient: Invited; clientId: string }) =>
    world.call('POST', `/api/physician/patients/${given.patient.patientId}/replies`, {
      token,
      body: { text: '周四门诊见', clientId: given.clientId },
    })
  const patient = await inChat()
  const calls = await atEveryCall(
    async () => {
      await saySettled(world, patient.user, QUESTION)
      const spent =
        (await world.host.product.repositories.conversations.ofPatient(patient.patientId))[0]?.kf?.spent.length ?? 0
      return {
        patient,
        clientId: randomUUID(),
        before: (await texts(patient.user, /周四门诊见/)).length,
        left: 4 - spent,
      }
    },
    send,
    async (given, diedAfter) => {
      const again = await send(given)
      const arrived = (await texts(patient.user, /周四门诊见/)).length - given.before
      expect([diedAfter, again.body.message?.state, arrived, again.body.window?.left]).toEqual([
        diedAfter,
        'sent',
        1,
        given.left - 1,
      ])
    },
  )
  expect(calls).toEqual(
    expect.arrayContaining(['conversations.reserve', 'messages.keep', 'wecom.kf.send.message', 'messages.settle']),
  )
})
