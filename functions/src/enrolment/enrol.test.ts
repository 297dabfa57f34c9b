import { addUser, contactWay, enrol, enrolBody, entryOf, invite } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { signInPatient } from '../testing/sign-in'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

let world: World
let people = 0
beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
})
afterAll(() => world.close())

const somebody = (): string => addUser(world, `enrol${people++}`)
const submit = ({ token, enrolmentId }: Invited, body: unknown): Promise<Answer> =>
  world.call('POST', `/api/patient/enrolments/${enrolmentId}/enrol`, { token, body })
const me = async ({ token }: Invited) => (await world.call('GET', '/api/patient/me', { token })).body
const touchpoints = ({ patientId }: Invited) => world.host.product.repositories.touchpoints.ofPatient(patientId)

describe('a form that is not accepted', () => {
  let patient: Invited
  beforeAll(async () => {
    patient = await invite(world, somebody())
  })

  it.each([
    [
      'an outdated consent',
      { ...enrolBody, consent: { version: '0.9', scopes: ['care'] } },
      409,
      'consent-outdated',
      'body.consent.version',
    ],
    [
      'no consent to care',
      { ...enrolBody, consent: { version: '1.0', scopes: [] } },
      400,
      'bad-request',
      'body.consent.scopes',
    ],
    [
      'a year before anybody',
      { ...enrolBody, profile: { diagnosisYear: 1949, therapy: 'oral' } },
      400,
      'bad-request',
      'body.profile.diagnosisYear',
    ],
    [
      'a year to come',
      { ...enrolBody, profile: { diagnosisYear: 2027, therapy: 'oral' } },
      400,
      'bad-request',
      'body.profile.diagnosisYear',
    ],
    [
      'a therapy of no programme',
      { ...enrolBody, profile: { diagnosisYear: 2014, therapy: 'herbs' } },
      400,
      'bad-request',
      'body.profile.therapy',
    ],
    [
      'an hour of no programme',
      { ...enrolBody, preferences: { ...enrolBody.preferences, hour: 'midnight' } },
      400,
      'bad-request',
      'body.preferences.hour',
    ],
  ])('%s names its field and changes nothing', async (_, body, status, code, field) => {
    expect(await submit(patient, body)).toMatchObject({ status, body: { code, field } })
    expect(await me(patient)).toMatchObject({
      profile: null,
      preferences: null,
      enrolments: [{ status: 'invited', consentVersion: null }],
    })
    await world.settle()
    expect(await touchpoints(patient)).toEqual([])
  })

  it('is accepted once it is right', async () => {
    expect((await submit(patient, enrolBody)).body.enrolments).toEqual([
      expect.objectContaining({ status: 'enrolled' }),
    ])
  })
})

it('sent three times at once enrols once', async () => {
  const patient = await invite(world, somebody())
  const answers = await Promise.all([
    submit(patient, enrolBody),
    submit(patient, enrolBody),
    submit(patient, enrolBody),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  await world.settle()
  expect((await touchpoints(patient)).map(({ stepId }) => stepId)).toEqual(['first-check', 'measure-reminder'])
  const row = await world.host.product.repositories.enrolments.byId(patient.enrolmentId)
  expect(row?.history.map(({ status }) => status)).toEqual(['invited', 'enrolled'])
})

it('sent again with other answers does not change what was consented to', async () => {
  const patient = await enrol(world, somebody())
  expect((await submit(patient, { ...enrolBody, profile: { diagnosisYear: 1999, therapy: 'oral' } })).status).toBe(200)
  expect((await me(patient)).profile).toEqual(enrolBody.profile)
})

it('sent after withdrawal is a conflict and changes nothing', async () => {
  const patient = await enrol(world, somebody())
  const withdraw = () =>
    world.call('POST', `/api/patient/enrolments/${patient.enrolmentId}/withdraw`, { token: patient.token, body: {} })
  expect((await withdraw()).body.enrolments).toEqual([expect.objectContaining({ status: 'withdrawn' })])
  expect((await withdraw()).status).toBe(200)
  await world.settle()
  expect((await touchpoints(patient)).map(({ state, reason }) => [state, reason.code])).toEqual([
    ['cancelled', 'consent-withdrawn'],
    ['cancelled', 'consent-withdrawn'],
  ])
  const again = await submit(patient, { ...enrolBody, profile: { diagnosisYear: 1999, therapy: 'oral' } })
  expect(again).toMatchObject({ status: 409, body: { code: 'conflict', hint: expect.any(String) } })
  expect((await me(patient)).profile).toEqual(enrolBody.profile)
  const row = await world.host.product.repositories.enrolments.byId(patient.enrolmentId)
  expect(row?.history.map(({ status }) => status)).toEqual(['invited', 'enrolled', 'withdrawn'])
})

it('an hour of no programme is not taken as a preference either', async () => {
  const patient = await enrol(world, somebody())
  const answer = await world.call('PUT', '/api/patient/preferences', {
    token: patient.token,
    body: { ...enrolBody.preferences, hour: 'midnight' },
  })
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request', field: 'body.hour' } })
  expect((await me(patient)).preferences).toEqual(enrolBody.preferences)
})

describe('the entry key of the card', () => {
  it('links whoever brings it first, and nobody after', async () => {
    await world.sandbox.control('switch', { name: 'contactUnionid', value: 'unbound' })
    const [first, second] = [somebody(), somebody()]
    const patient = await invite(world, first) // by its key alone: WeCom told no unionid
    const key = await entryOf(world, first)
    expect(await signInPatient(world, second, key)).toMatchObject({ linked: false })
    const stranger = await signInPatient(world, second, key)
    expect(await world.call('GET', '/api/patient/me', { token: stranger.token })).toMatchObject({
      status: 409,
      body: { code: 'identity-not-linked' },
    })
    expect(await signInPatient(world, first)).toMatchObject({ linked: true })
    expect((await me(patient)).patient.id).toBe(patient.patientId)
    await world.sandbox.control('switch', { name: 'contactUnionid', value: 'bound' })
  })

  it('does not override who the unionid says it is', async () => {
    const [first, second] = [await invite(world, somebody()), await invite(world, somebody())]
    const { token } = await signInPatient(world, second.user, await entryOf(world, first.user))
    expect((await world.call('GET', '/api/patient/me', { token })).body.patient.id).toBe(second.patientId)
  })

  it('that is unknown or too old links nobody', async () => {
    await world.sandbox.control('switch', { name: 'contactUnionid', value: 'unbound' })
    const user = somebody()
    expect(await signInPatient(world, user, 'ffffffffffffffffffffffff')).toMatchObject({ linked: false })
    const late = somebody()
    await world.sandbox.control('scan', { user: late, state: await contactWay(world) })
    await world.settle()
    const key = await entryOf(world, late)
    await world.sandbox.control('advance', { by: '31d' })
    expect(await signInPatient(world, late, key)).toMatchObject({ linked: false })
    await world.sandbox.control('switch', { name: 'contactUnionid', value: 'bound' })
  })
})

it('lets somebody who withdrew come back: invited, consented anew, with touchpoints of their own', async () => {
  const patient = await invite(world, somebody())
  await submit(patient, enrolBody)
  await world.settle()
  const before = await touchpoints(patient)
  const act = (what: 'withdraw' | 'rejoin') =>
    world.call('POST', `/api/patient/enrolments/${patient.enrolmentId}/${what}`, { token: patient.token, body: {} })
  expect((await act('rejoin')).body.enrolments[0].status).toBe('enrolled')
  await act('withdraw')
  await world.settle()
  expect((await act('rejoin')).body.enrolments[0]).toMatchObject({ status: 'invited', consentVersion: null })
  expect((await submit(patient, enrolBody)).body.enrolments[0].status).toBe('enrolled')
  await world.settle()
  const after = await touchpoints(patient)
  expect(
    after
      .filter(({ state }) => state === 'cancelled')
      .map(({ _id }) => _id)
      .sort(),
  ).toEqual(before.map(({ _id }) => _id).sort())
  expect(after.filter(({ state }) => state === 'planned')).toHaveLength(before.length)
})

it('ends what a person was to do when the patient withdraws', async () => {
  const patient = await invite(world, somebody())
  await submit(patient, enrolBody)
  await world.sandbox.control('advance', { by: '2d' })
  expect((await touchpoints(patient)).map(({ state }) => state)).toContain('handed-over')
  await world.call('POST', `/api/patient/enrolments/${patient.enrolmentId}/withdraw`, {
    token: patient.token,
    body: {},
  })
  await world.settle()
  expect((await touchpoints(patient)).map(({ state }) => state)).not.toContain('handed-over')
})

it('says today when the next follow-up will really come', async () => {
  const patient = await invite(world, somebody())
  await submit(patient, enrolBody)
  await world.settle()
  const [next] = await touchpoints(patient)
  const today = await world.call('GET', '/api/patient/today', { token: patient.token })
  // Due at nine in the morning, but this patient chose the evening.
  expect(next?.due.slice(11, 16)).toBe('01:00')
  expect(today.body.next.due.slice(11, 16)).toBe('09:30')
})
