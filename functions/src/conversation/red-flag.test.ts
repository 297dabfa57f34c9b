import { demo } from '@suixing/sandbox'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** Law 8: a red flag reaches a person. */
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('puts the patient first, tells the patient what to do, and alerts the physician without naming anybody', async () => {
  const cookie = await world.signInConsole()
  const way = await world.call('POST', '/api/console/programmes/type-2-diabetes/contact-ways', {
    cookie,
    body: { physicianId: 'linzhiyuan' },
  })
  for (const user of ['zhaoguoqiang', 'wangxiulan']) {
    await world.sandbox.control('scan', { user, state: way.body.state })
    await world.settle()
    const phone = (await (await world.sandbox.app.request(`/view/phones/${user}`)).json()) as unknown
    const url = /https:[^"]*enc_scene=[^"]*/.exec(JSON.stringify(phone))?.[0] ?? ''
    await world.sandbox.control('enter', { user, url })
    await world.sandbox.control('say', {
      user,
      openKfid: demo.kf.openKfid,
      text: user === 'wangxiulan' ? '我胸口痛，喘不上气' : '我这两天脚有点麻，要紧吗',
    })
    await world.settle()
  }
  const { code } = (await world.sandbox.control('member-login', {
    userid: 'linzhiyuan',
    appid: demo.miniPrograms.physician.appid,
  })) as { code: string }
  const session = await world.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } })
  const list = await world.call('GET', '/api/physician/patients', { token: session.body.token })
  expect(list.body.rows.map((row: { name: string; urgent: boolean }) => [row.name, row.urgent])).toEqual([
    ['王秀兰', true],
    ['赵国强', false],
  ])
  const told = JSON.stringify(await (await world.sandbox.app.request('/view/phones/wangxiulan')).json())
  expect(told).toContain('请现在就打 120')
  const member = (await (await world.sandbox.app.request('/view/members/linzhiyuan')).json()) as { inbox: unknown[] }
  const inbox = JSON.stringify(member.inbox)
  expect(inbox).toContain('危险信号')
  expect(inbox).not.toMatch(/王秀兰|胸口/)
})

it('stays in the list of the physician when the patient withdraws before anybody answered', async () => {
  const { repositories, clock } = world.host.product
  const enrolled = (await repositories.enrolments.ofPhysician('linzhiyuan')).map(({ _id }) => _id)
  for (const id of enrolled) await repositories.enrolments.withdraw(id, 'patient-withdrew', clock.instant())
  await repositories.staff.touch('linzhiyuan')
  const { code } = (await world.sandbox.control('member-login', {
    userid: 'linzhiyuan',
    appid: demo.miniPrograms.physician.appid,
  })) as { code: string }
  const session = await world.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } })
  const list = await world.call('GET', '/api/physician/patients?filter=all', { token: session.body.token })
  expect(list.body.rows.map((row: { name: string }) => row.name)).toEqual(['王秀兰', '赵国强'])
})
