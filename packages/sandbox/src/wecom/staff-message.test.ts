import { demo } from '../demo'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('application messages', () => {
  let sandbox: Driven
  const send = (body: object): Promise<Answer> =>
    sandbox.wecom('message/send', { agentid: demo.corp.agentid, touser: 'linzhiyuan', ...body })
  const text = (content: string): object => ({ msgtype: 'text', text: { content } })
  const inbox = (userid: string): number =>
    sandbox.world.members.find((one) => one.userid === userid)?.inbox.length ?? -1

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('reach those who exist and name the rest', async () => {
    expect(await send({ touser: 'linzhiyuan|Nobody|chensiyuan', ...text('有患者找您') })).toMatchObject({
      errcode: 0,
      invaliduser: 'nobody',
    })
    expect([inbox('linzhiyuan'), inbox('chensiyuan'), inbox('xuke')]).toEqual([1, 1, 0])
    expect((await send({ touser: 'nobody', ...text('x') })).errcode).toBe(81013)
    expect((await send({ touser: '', ...text('x') })).errcode).toBe(82001)
    expect((await send({ agentid: 1, ...text('x') })).errcode).toBe(40056)
  })

  it('keep to their lengths', async () => {
    expect((await send(text('字'.repeat(683)))).errcode).toBe(45002)
    const card = { title: '新的预警', description: '空腹 3.1', url: 'https://a' }
    expect((await send({ msgtype: 'textcard', textcard: card })).errcode).toBe(0)
    expect((await send({ msgtype: 'textcard', textcard: { ...card, btntxt: '去看一看吧' } })).errcode).toBe(45002)
    const notice = { appid: demo.miniPrograms.physician.appid, title: '患者新消息', page: 'pages/patients/index' }
    expect((await send({ msgtype: 'miniprogram_notice', miniprogram_notice: notice })).errcode).toBe(0)
    expect(
      (await send({ msgtype: 'miniprogram_notice', miniprogram_notice: { ...notice, appid: 'wx0' } })).errcode,
    ).toBe(90200)
    expect(
      (await send({ msgtype: 'miniprogram_notice', miniprogram_notice: { ...notice, title: '短' } })).errcode,
    ).toBe(90204)
    expect((await send({ touser: '@all', msgtype: 'miniprogram_notice', miniprogram_notice: notice })).errcode).toBe(
      40058,
    )
  })

  it('are dropped in silence over 30 a minute', async () => {
    for (let n = 0; n < 31; n += 1) expect((await send(text(`${n}`))).errcode).toBe(0)
    expect(inbox('linzhiyuan')).toBe(30)
    await sandbox.control('advance', { by: '1m' })
    await send(text('又一条'))
    expect(inbox('linzhiyuan')).toBe(31)
  })
})
