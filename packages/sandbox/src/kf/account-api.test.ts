import { start } from '../testing/start'
import { demo } from '../demo'
import type { Answer, Driven } from '../testing/start'

describe('kf accounts', () => {
  let sandbox: Driven
  const kf = (path: string, body?: object): Promise<Answer> => sandbox.wecom(`kf/${path}`, body)
  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('are made, listed, renamed and deleted', async () => {
    const { open_kfid } = await kf('account/add', { name: '肿瘤随行' })
    expect(open_kfid).toMatch(/^wk/)
    expect((await kf('account/update', { open_kfid, name: '肿瘤助手' })).errcode).toBe(0)
    expect(await kf('account/list', { offset: 1, limit: 1 })).toMatchObject({
      account_list: [{ open_kfid, name: '肿瘤助手' }],
    })
    expect((await kf('account/del', { open_kfid })).errcode).toBe(0)
    expect((await kf('account/update', { open_kfid, name: 'x' })).errcode).toBe(95004)
    expect((await kf('account/list', {}))['account_list']).toHaveLength(1)
    expect((await kf('account/add', { name: '长'.repeat(17) })).errcode).toBe(40058)
  })

  it('have one link per scene', async () => {
    const link = async (scene?: string): Promise<unknown> =>
      (await kf('add_contact_way', { open_kfid: demo.kf.openKfid, scene }))['url']
    expect(await link('a')).toMatch(/^https:\/\/work\.weixin\.qq\.com\/kf\/kfc[0-9a-z]+\?enc_scene=[0-9A-Za-z]+$/)
    expect(await link('a')).toBe(await link('a'))
    expect(await link('a')).not.toBe(await link('b'))
    expect(await link()).toMatch(/\/kfc[0-9a-z]+$/)
  })

  it('have servicers, each answered for by itself', async () => {
    await sandbox.control('member-scope', { userid: 'xuke', inScope: false })
    const open_kfid = demo.kf.openKfid
    const added = await kf('servicer/add', { open_kfid, userid_list: ['linzhiyuan', 'zhouning', 'xuke', 'nobody'] })
    expect(
      (added['result_list'] as { errcode: number; errmsg: string }[]).map((one) => [one.errcode, one.errmsg]),
    ).toEqual([
      [0, 'success'],
      [0, 'ignored'],
      [60030, 'user not in application scope'],
      [60111, 'userid not found'],
    ])
    await sandbox.control('servicer', { userid: 'linzhiyuan', receiving: false })
    expect((await kf(`servicer/list?open_kfid=${open_kfid}`))['servicer_list']).toContainEqual({
      userid: 'linzhiyuan',
      status: 1,
      stop_type: 0,
    })
    expect(await kf('servicer/del', { open_kfid, userid_list: ['linzhiyuan', 'nobody'] })).toMatchObject({
      result_list: [{ errmsg: 'success' }, { errmsg: 'ignored' }],
    })
  })
})
