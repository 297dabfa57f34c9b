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
})
