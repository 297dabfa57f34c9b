import { start } from '../testing/start'
import type { Driven } from '../testing/start'

describe('the tally of calls', () => {
  let sandbox: Driven
  const list = (): Promise<{ errcode: number }> => sandbox.wecom('externalcontact/get_follow_user_list')
  const state = async (): Promise<{ calls: { api: string }[]; refusals: object }> =>
    (await sandbox.app.request('/view/state')).json() as Promise<{ calls: { api: string }[]; refusals: object }>
  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('counts calls and refusals by API and errcode', async () => {
    await list()
    expect((await state()).refusals).toEqual({})
    await sandbox.control('fault', { name: 'apiError', value: { errcode: -1, next: 1, api: 'get_follow_user_list' } })
    await list()
    expect((await state()).refusals).toEqual({ '-1': 1 })
    expect((await state()).calls).toContainEqual({
      api: 'wecom/externalcontact/get_follow_user_list',
      calls: 2,
      refused: { '-1': 1 },
      mostAtOnce: 1,
    })
  })

  it('shows a breach of a smaller quota, which blocks for 60 s', async () => {
    await sandbox.control('fault', { name: 'quota', value: { api: 'get_follow_user_list', perMinute: 2 } })
    const codes = []
    for (let call = 0; call < 4; call += 1) codes.push((await list()).errcode)
    expect(codes).toEqual([0, 0, 45009, 45009])
    expect((await state()).refusals).toEqual({ '45009': 2 })
    expect((await sandbox.wecom('externalcontact/get_corp_tag_list', {})).errcode).toBe(0)
    await sandbox.control('advance', { by: '60s' })
    expect((await list()).errcode).toBe(0)
  })

  it('shows a breach of a smaller concurrency', async () => {
    await sandbox.control('fault', { name: 'concurrency', value: { api: 'get_follow_user_list', atOnce: 3 } })
    await sandbox.control('fault', { name: 'latency', value: { milliseconds: 20 } })
    const answers = await Promise.all(Array.from({ length: 5 }, list))
    expect(answers.filter((answer) => answer.errcode === 45033)).toHaveLength(2)
    expect((await state()).refusals).toEqual({ '45033': 2 })
  })
})
