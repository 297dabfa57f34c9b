import { type AnsweringServer, all, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

describe('accounts and customers', () => {
  it('lists accounts until a page is short', async () => {
    const account = (n: number) => ({ open_kfid: `wk${n}`, name: 'x' })
    server.answers(
      { errcode: 0, account_list: Array.from({ length: 100 }, (_, n) => account(n)) },
      { errcode: 0, account_list: [account(100)] },
    )
    expect(await all(server.wecom().kf.accounts.list())).toHaveLength(101)
    expect(server.asked.map(({ body }) => body)).toEqual([
      { offset: 0, limit: 100 },
      { offset: 100, limit: 100 },
    ])
  })

  it.each([['x'.repeat(33)], ['a b'], ['中']])('refuses scene %s', async (scene) => {
    await expect(server.wecom().kf.accounts.addContactWay({ open_kfid: 'wk1', scene })).rejects.toMatchObject({
      field: 'scene',
    })
  })

  it('reads customers and those WeCom will not tell', async () => {
    server.answers({
      errcode: 0,
      customer_list: [{ external_userid: 'wm1', unionid: 'u' }],
      invalid_external_userid: ['wm2'],
    })
    await expect(server.wecom().kf.customers.batchGet({ external_userid_list: ['wm1', 'wm2'] })).resolves.toMatchObject(
      {
        customer_list: [{ external_userid: 'wm1', unionid: 'u' }],
        invalid_external_userid: ['wm2'],
      },
    )
    const many = Array.from({ length: 101 }, (_, n) => `wm${n}`)
    await expect(server.wecom().kf.customers.batchGet({ external_userid_list: many })).rejects.toMatchObject({
      field: 'external_userid_list',
    })
  })

  it('renames, pictures and removes an account', async () => {
    const { accounts } = server.wecom().kf
    await accounts.update({ open_kfid: 'wk1', name: '随行助手' })
    await accounts.update({ open_kfid: 'wk1', media_id: 'M' })
    await accounts.remove('wk1')
    expect(server.asked.map(({ api, body }) => [api, body])).toEqual([
      ['kf/account/update', { open_kfid: 'wk1', name: '随行助手' }],
      ['kf/account/update', { open_kfid: 'wk1', media_id: 'M' }],
      ['kf/account/del', { open_kfid: 'wk1' }],
    ])
    await expect(accounts.update({ open_kfid: 'wk1' })).rejects.toMatchObject({ field: 'name' })
    await expect(accounts.update({ open_kfid: 'wk1', name: '字'.repeat(17) })).rejects.toMatchObject({ field: 'name' })
    await expect(accounts.remove('')).rejects.toMatchObject({ field: 'open_kfid' })
    expect(server.asked).toHaveLength(3)
  })

  it('takes servicers away, one result each', async () => {
    const { accounts } = server.wecom().kf
    const result_list = [
      { userid: 'a', errcode: 0, errmsg: 'success' },
      { userid: 'b', errcode: 0, errmsg: 'ignored' },
    ]
    server.answers({ errcode: 0, result_list })
    await expect(accounts.removeServicers({ open_kfid: 'wk1', userid_list: ['a', 'b'] })).resolves.toEqual(result_list)
    expect(server.asked[0]).toMatchObject({
      api: 'kf/servicer/del',
      body: { open_kfid: 'wk1', userid_list: ['a', 'b'] },
    })
    await accounts.removeServicers({ open_kfid: 'wk1', department_id_list: Array(100).fill(1) as number[] })
    for (const [field, wrong] of [
      ['userid_list', {}],
      ['userid_list', { userid_list: Array(101).fill('a') as string[] }],
      ['department_id_list', { department_id_list: Array(101).fill(1) as number[] }],
    ] as const)
      await expect(accounts.removeServicers({ open_kfid: 'wk1', ...wrong })).rejects.toMatchObject({ field })
    expect(server.asked).toHaveLength(2)
  })
})
