import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

const pair = { open_kfid: 'wk1', external_userid: 'wm1' }

it('tells who is allowed, also when nobody is', async () => {
  const config = {
    member_range: { userid_list: ['zhang'], department_id_list: [2] },
    groupchat_range: { chat_id_list: ['wr1'] },
  }
  server.answers({ errcode: 0, ...config }, { errcode: 0 })
  const { upgrades } = server.wecom().kf
  await expect(upgrades.config()).resolves.toEqual(config)
  await expect(upgrades.config()).resolves.toEqual({
    member_range: { userid_list: [], department_id_list: [] },
    groupchat_range: { chat_id_list: [] },
  })
})

it('recommends a member or a group and takes it back', async () => {
  const { upgrades } = server.wecom().kf
  const member = { ...pair, type: 1, member: { userid: 'zhang', wording: '专属护士' } } as const
  const group = { ...pair, type: 2, groupchat: { chat_id: 'wr1' } } as const
  await upgrades.upgrade(member)
  await upgrades.upgrade(group)
  await upgrades.cancel(pair)
  expect(server.asked.map(({ api, body }) => [api, body])).toEqual([
    ['kf/customer/upgrade_service', member],
    ['kf/customer/upgrade_service', group],
    ['kf/customer/cancel_upgrade_service', pair],
  ])
})

it('says what an administrator must allow', async () => {
  server.answers({ errcode: 95021 })
  const upgrade = server.wecom().kf.upgrades.upgrade({ ...pair, type: 2, groupchat: { chat_id: 'wr1' } })
  await expect(upgrade).rejects.toMatchObject({ errcode: 95021, action: 'config' })
})

it('refuses a member without a name', async () => {
  const { upgrades } = server.wecom().kf
  await expect(upgrades.upgrade({ ...pair, type: 1, member: { userid: '' } })).rejects.toMatchObject({
    field: 'member.userid',
  })
  await expect(upgrades.cancel({ ...pair, external_userid: '' })).rejects.toMatchObject({ field: 'external_userid' })
  expect(server.asked).toEqual([])
})
