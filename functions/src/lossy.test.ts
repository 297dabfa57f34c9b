import { away, during } from './testing/faults'
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
  scan,
  welcomes,
} from './testing/patient-steps'
import { signInPhysician } from './testing/sign-in'
import { createWorld } from './testing/world'
import type { World } from './testing/world'

const QUESTION = '餐后血糖多少算正常'
const KNOWN = /10\.0 mmol\/L/
let world: World
let people = 0
/** Somebody new, so that no test sees another's messages. */
const somebody = (): string => addUser(world, `lossy${people++}`)

beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
})
afterAll(() => world.close())

const answers = async (user: string): Promise<number> =>
  (await received(world, user)).filter((text) => KNOWN.test(text)).length
const advance = (by: string): Promise<unknown> => world.sandbox.control('advance', { by })
/** A patient whose welcome into the chat is past. */
async function inChat(): Promise<string> {
  const patient = await enrol(world, somebody())
  await openAssistant(world, patient)
  return patient.user
}
const unsettled = async (): Promise<number> =>
  (await world.documents('messages')).filter(({ state }) => state === 'sending').length

describe('callbacks', () => {
  it('all lost: the safety pull finds the messages after five minutes', async () => {
    const user = await inChat()
    await during(world, 'callbackDrop', { rate: 1 }, async () => {
      await saySettled(world, user, QUESTION)
      expect(await answers(user)).toBe(0)
      await advance('5m')
      expect(await answers(user)).toBe(1)
    })
  })

  it('tripled: one welcome, one enrolment, one answer', async () => {
    await during(world, 'callbackDuplicate', { copies: 2 }, async () => {
      const user = await inChat()
      await saySettled(world, user, QUESTION)
      expect(await welcomes(world, user)).toHaveLength(1)
      expect(await answers(user)).toBe(1)
    })
  })

  it('reversed: every message has its answer', async () => {
    const user = await inChat()
    await during(world, 'callbackReorder', { batch: 3 }, async () => {
      for (let at = 0; at < 3; at++) await say(world, user, QUESTION)
      await world.settle()
    })
    await world.settle()
    expect(await answers(user)).toBe(3)
  })

  it('late by a quarter of an hour: the doorbell is no longer needed, and changes nothing', async () => {
    const user = await inChat()
    await during(world, 'callbackDelay', { seconds: 900 }, () => say(world, user, QUESTION))
    await advance('6m')
    expect(await answers(user)).toBe(1)
    await advance('10m')
    expect(await answers(user)).toBe(1)
  })
})

describe('WeCom', () => {
  it('kills tokens early at every step of the walk', async () => {
    const die = (): Promise<unknown> =>
      world.sandbox.control('fault', { name: 'tokenEarlyDeath', value: { seconds: 0 } })
    const user = somebody()
    await die()
    await scan(world, user)
    expect(await welcomes(world, user)).toHaveLength(1)
    await die()
    const patient = await enrol(world, user)
    await die()
    await openAssistant(world, patient)
    await die()
    await saySettled(world, user, QUESTION)
    expect(await answers(user)).toBe(1)
    const tags = await world.host.product.repositories.tags.ofPatient(patient.patientId)
    expect(tags.map(({ wecom }) => wecom.state)).toEqual(['written', 'written'])
  })

  it('is busy twice: the same call again is enough', async () => {
    const user = await inChat()
    await during(world, 'apiError', { api: 'kf/send_msg', errcode: -1, next: 2 }, () =>
      saySettled(world, user, QUESTION),
    )
    expect(await answers(user)).toBe(1)
  })

  it('stays busy, says its quota is spent, or does not trust us any more: the answer waits and is sent once', async () => {
    for (const errcode of [45033, 45009, 60020]) {
      const user = await inChat()
      await during(world, 'apiError', { api: 'kf/send_msg', errcode, next: 1_000 }, () =>
        saySettled(world, user, QUESTION),
      )
      expect([errcode, await answers(user), await unsettled()]).toEqual([errcode, 0, 1])
      await advance('61s') // 45009 closes an API for a minute
      await world.endLeases()
      expect([errcode, await answers(user), await unsettled()]).toEqual([errcode, 1, 0])
    }
  })

  it('does not trust us at all for an hour: the scan, the enrolment and the question are all still dealt with', async () => {
    const known = await invite(world, somebody())
    const scanned = somebody()
    const asks = await inChat()
    await during(world, 'callerNotTrusted', {}, async () => {
      await scan(world, scanned)
      const enrolled = await world.call('POST', `/api/patient/enrolments/${known.enrolmentId}/enrol`, {
        token: known.token,
        body: enrolBody,
      })
      expect(enrolled.status).toBe(200)
      await saySettled(world, asks, QUESTION)
      await advance('1h')
      expect(await answers(asks)).toBe(0)
      expect(await world.host.product.repositories.inbox.parked()).toBe(0)
    })
    await advance('2h')
    expect(await answers(asks)).toBe(1)
    expect((await world.documents('patients')).filter(({ name }) => name === `病友${scanned}`)).toHaveLength(1)
    expect(await welcomes(world, scanned)).toHaveLength(0) // its code was over after 20 s
    expect(
      (await world.host.product.repositories.tags.ofPatient(known.patientId)).map(({ wecom }) => wecom.state),
    ).toEqual(['written', 'written'])
  })
})

describe('no answer from WeCom', () => {
  it.each(['externalcontact/get', 'media/upload', 'kf/add_contact_way', 'externalcontact/send_welcome_msg'])(
    'to %s: the welcome comes within its twenty seconds',
    async (api) => {
      await world.restart() // forgets the uploaded cover
      const user = somebody()
      await away(world, api, () => scan(world, user))
      expect(await welcomes(world, user)).toHaveLength(0)
      await advance('10s')
      expect(await welcomes(world, user)).toHaveLength(1)
      await advance('1h')
      expect(await welcomes(world, user)).toHaveLength(1)
      expect((await world.documents('patients')).filter(({ name }) => name === `病友${user}`)).toHaveLength(1)
    },
  )

  it('to mark_tag: enrolled all the same, and the tags follow', async () => {
    const patient = await away(world, 'externalcontact/mark_tag', () => enrol(world, somebody()))
    const { patientId } = patient as { patientId: string }
    const states = async (): Promise<string[]> =>
      (await world.host.product.repositories.tags.ofPatient(patientId)).map(({ wecom }) => wecom.state)
    expect(await states()).toEqual(['pending', 'pending'])
    await advance('2m')
    expect(await states()).toEqual(['written', 'written'])
  })

  it('to mark_tag for half a day: still not given up', async () => {
    const { patientId } = (await away(world, 'externalcontact/mark_tag', async () => {
      const patient = await enrol(world, somebody())
      await advance('12h')
      return patient
    })) as { patientId: string }
    await advance('1h')
    expect((await world.host.product.repositories.tags.ofPatient(patientId)).map(({ wecom }) => wecom.state)).toEqual([
      'written',
      'written',
    ])
  })

  it.each(['kf/sync_msg', 'kf/send_msg'])('to %s: the question is answered once WeCom is back', async (api) => {
    const user = await inChat()
    await away(world, api, () => saySettled(world, user, QUESTION))
    expect(await answers(user)).toBe(0)
    await world.endLeases()
    expect(await answers(user)).toBe(1)
    await advance('10m')
    expect(await answers(user)).toBe(1)
  })

  it.each(['kf/customer/batchget', 'kf/send_msg_on_event'])(
    'to %s: the patient is known all the same, and others are not held up',
    async (api) => {
      const patient = await enrol(world, somebody())
      await away(world, api, () => openAssistant(world, patient))
      await advance('5m')
      await saySettled(world, patient.user, QUESTION)
      expect(await answers(patient.user)).toBe(1)
    },
  )

  it('when staff sign in: said so, and no session', async () => {
    const { code } = (await world.sandbox.control('member-login', { userid: 'linzhiyuan' })) as { code: string }
    const answer = await during(world, 'httpStatus', { api: 'miniprogram/jscode2session', status: 502, next: 1 }, () =>
      world.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } }),
    )
    expect(answer).toMatchObject({ status: 502, body: { code: 'outside-unavailable' } })
    expect(await signInPhysician(world)).toEqual(expect.any(String))
  })

  it('when the contact QR is made: asked again, there is one', async () => {
    const cookie = await world.signInConsole()
    const ask = () =>
      world.call('POST', '/api/console/programmes/type-2-diabetes/contact-ways', {
        cookie,
        body: { physicianId: 'chensiyuan' },
      })
    const first = await during(
      world,
      'httpStatus',
      { api: 'externalcontact/add_contact_way', status: 503, next: 1 },
      ask,
    )
    expect(first.body).toMatchObject({ status: 'creating', qrCode: null })
    expect((await ask()).body).toMatchObject({ status: 'ready' })
    expect(world.sandbox.world.contactWays.filter(({ users }) => users.includes('chensiyuan'))).toHaveLength(1)
  })
})
