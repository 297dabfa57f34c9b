import { demo } from '@suixing/sandbox'
import { createWorld } from './testing/world'
import type { World } from './testing/world'

/** The first walk over HTTP: scan → welcome → enrol → ask → the doctor replies → next day's follow-up → opt-out. */
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const now = { console: '', physician: '', patient: '', patientId: '', enrolmentId: '' }
const say = async (text: string): Promise<void> => {
  await world.sandbox.control('say', { user: 'wangxiulan', openKfid: demo.kf.openKfid, text })
  await world.settle()
}
const kfTexts = async (): Promise<string[]> => {
  const response = await world.sandbox.app.request('/view/phones/wangxiulan')
  const view = (await response.json()) as { chats: { kind: string; messages: { text?: string }[] }[] }
  return view.chats
    .filter((chat) => chat.kind === 'kf')
    .flatMap((chat) => chat.messages.map((message) => JSON.stringify(message)))
}

it('signs staff in through WeCom and gives a physician a contact QR', async () => {
  const begun = await world.call('GET', '/api/console/sign-in/wecom')
  expect(begun.status).toBe(302)
  const login = new URL(begun.headers.get('location') ?? '')
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const signed = (await world.sandbox.control('web-login', {
    userid: 'xuke',
    redirectUri: login.searchParams.get('redirect_uri'),
    state: login.searchParams.get('state'),
  })) as { url: string }
  const back = new URL(signed.url)
  const ended = await world.call('GET', `${back.pathname}${back.search}`, { headers: { cookie } })
  expect(ended.headers.get('location')).toBe('http://127.0.0.1:8610/console/')
  now.console = (ended.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const again = await world.call('GET', `${back.pathname}${back.search}`, { headers: { cookie } })
  expect(again.headers.get('location')).toContain('error=sign-in-failed')

  const me = await world.call('GET', '/api/console/me', { cookie: now.console })
  expect(me.body.staff).toMatchObject({ name: '许可', role: 'operator' })
  const way = await world.call('POST', '/api/console/programmes/type-2-diabetes/contact-ways', {
    cookie: now.console,
    body: { physicianId: 'linzhiyuan' },
  })
  expect(way.body).toMatchObject({ status: 'ready', physician: { name: '林致远' }, scans: 0 })
  const twice = await world.call('POST', '/api/console/programmes/type-2-diabetes/contact-ways', {
    cookie: now.console,
    body: { physicianId: 'linzhiyuan' },
  })
  expect(twice.body.id).toBe(way.body.id)
})

let entry = ''
it('welcomes a patient who scans, with card and assistant link, and invites', async () => {
  const page = await world.call('GET', '/api/console/programmes/type-2-diabetes', { cookie: now.console })
  await world.sandbox.control('scan', { user: 'wangxiulan', state: page.body.contactWays[0].state })
  await world.settle()
  const phone = (await (await world.sandbox.app.request('/view/phones/wangxiulan')).json()) as any
  const text = JSON.stringify(phone)
  expect(text).toContain('我是林致远主治医师')
  expect(text).toContain('点这里加入')
  entry = /entry=([0-9a-f]+)/.exec(text)?.[1] ?? ''
  expect(entry).not.toBe('')
  const list = await world.call('GET', '/api/console/patients?programmeId=type-2-diabetes', { cookie: now.console })
  expect(list.body.rows).toEqual([expect.objectContaining({ name: '王秀兰', status: 'invited', physician: '林致远' })])
})

it('enrols from the mini-program: tags by two rules, marked in WeCom, and a two-step plan', async () => {
  const { code } = (await world.sandbox.control('login', {
    user: 'wangxiulan',
    appid: demo.miniPrograms.patient.appid,
  })) as { code: string }
  const session = await world.call('POST', '/api/patient/session', { body: { code, entry } })
  expect(session.body).toMatchObject({ linked: true })
  now.patient = session.body.token
  const me = await world.call('GET', '/api/patient/me', { token: now.patient })
  now.patientId = me.body.patient.id
  now.enrolmentId = me.body.enrolments[0].id
  const offer = await world.call('GET', `/api/patient/enrolments/${now.enrolmentId}/offer`, { token: now.patient })
  expect(offer.body.consent.version).toBe('1.0')
  const enrolled = await world.call('POST', `/api/patient/enrolments/${now.enrolmentId}/enrol`, {
    token: now.patient,
    body: {
      consent: { version: '1.0', scopes: ['care'] },
      profile: { diagnosisYear: 2014, therapy: 'insulin' },
      preferences: { hour: 'evening', channel: 'wechat', family: null },
    },
  })
  expect(enrolled.body.enrolments[0]).toMatchObject({ status: 'enrolled', consentVersion: '1.0', dayNumber: 1 })
  await world.settle()
  const page = await world.call('GET', `/api/console/patients/${now.patientId}`, { cookie: now.console })
  expect(page.status).toBe(200)
  expect(page.body.tags.map((tag: any) => [tag.name, tag.provenance.says, tag.wecom.state]).sort()).toEqual([
    ['用胰岛素', '治疗方式含胰岛素', 'written'],
    ['病程满10年', '确诊满 10 年', 'written'],
  ])
  expect(page.body.touchpoints.map((row: any) => [row.stepTitle, row.due, row.state])).toEqual([
    ['第一次随访', '2026-11-24T01:00:00.000Z', 'planned'],
    ['餐后测一次血糖', '2026-11-25T01:00:00.000Z', 'planned'],
  ])
  const member = JSON.stringify(await (await world.sandbox.app.request('/view/members/linzhiyuan')).json())
  expect(member).toContain('用胰岛素')
})

it('answers a known question as the assistant and hands an unknown one over', async () => {
  const link = await world.call('GET', '/api/patient/assistant-link', { token: now.patient })
  await world.sandbox.control('enter', { user: 'wangxiulan', url: link.body.url })
  await world.settle()
  await say('餐后血糖多少算正常')
  expect((await kfTexts()).join()).toMatch(/「智能助手」.*10\.0 mmol\/L/)
  await say('我这两天脚有点麻，要紧吗')
  expect((await kfTexts()).join()).toContain('已转给林致远主治医师')
})

it('lists the waiting patient to the physician, whose signed reply arrives', async () => {
  const { code } = (await world.sandbox.control('member-login', {
    userid: 'linzhiyuan',
    appid: demo.miniPrograms.physician.appid,
  })) as { code: string }
  const session = await world.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } })
  now.physician = session.body.token
  const list = await world.call('GET', '/api/physician/patients', { token: now.physician })
  expect(list.body.rows).toEqual([expect.objectContaining({ name: '王秀兰', why: '问：我这两天脚有点麻，要紧吗' })])
  const unchanged = await world.call('GET', `/api/physician/patients?since=${list.body.cursor}`, {
    token: now.physician,
  })
  expect(unchanged.body).toMatchObject({ unchanged: true, rows: [] })
  const page = await world.call('GET', `/api/physician/patients/${now.patientId}`, { token: now.physician })
  expect(page.body.patient).toMatchObject({ conversation: 'waiting', window: { open: true, left: 3 } })
  const clientId = '7d9f2c1a-1f0e-4c55-9d7e-2f6b8d3a9c10'
  const sent = await world.call('POST', `/api/physician/patients/${now.patientId}/replies`, {
    token: now.physician,
    body: { text: '脚麻多久了？周四门诊我给您查脚。', clientId },
  })
  expect(sent.body).toMatchObject({
    message: { state: 'sent', text: '脚麻多久了？周四门诊我给您查脚。' },
    window: { left: 2 },
  })
  const retried = await world.call('POST', `/api/physician/patients/${now.patientId}/replies`, {
    token: now.physician,
    body: { text: '脚麻多久了？周四门诊我给您查脚。', clientId },
  })
  expect(retried.body.window.left).toBe(2)
  const texts = (await kfTexts()).filter((text) => text.includes('林致远 主治医师：'))
  expect(texts).toHaveLength(1)
})

it('delivers the first follow-up next day in the preferred hour, notes the answer, and skips after opt-out', async () => {
  await world.sandbox.control('advance', { by: '1d' })
  now.console = await world.signInConsole() // a console session lives 12 hours
  let page = await world.call('GET', `/api/console/patients/${now.patientId}`, { cookie: now.console })
  expect(page.body.touchpoints[0]).toMatchObject({
    state: 'planned',
    due: '2026-11-24T09:30:00.000Z',
    reason: { code: 'outside-preferred-hour' },
  })
  await world.sandbox.control('advance', { to: '2026-11-24T09:31:00.000Z' })
  page = await world.call('GET', `/api/console/patients/${now.patientId}`, { cookie: now.console })
  expect(page.body.touchpoints[0]).toMatchObject({ state: 'delivered', channel: 'kf' })
  expect((await kfTexts()).filter((text) => text.includes('回家第一天'))).toHaveLength(1)

  await say('测了，早上 6.8，没有不舒服')
  page = await world.call('GET', `/api/console/patients/${now.patientId}`, { cookie: now.console })
  expect(page.body.touchpoints[0].history.map((step: any) => step.to)).toEqual([
    'planned',
    'due',
    'planned',
    'due',
    'claimed',
    'delivered',
    'answered',
  ])

  await world.call('POST', '/api/patient/opt-outs', { token: now.patient, body: { scope: { topic: 'reminder' } } })
  await world.sandbox.control('advance', { by: '1d' })
  now.console = await world.signInConsole()
  page = await world.call('GET', `/api/console/patients/${now.patientId}`, { cookie: now.console })
  expect(page.body.touchpoints[1]).toMatchObject({ state: 'skipped', reasonText: { zh: '患者退订了「提醒」' } })
})
