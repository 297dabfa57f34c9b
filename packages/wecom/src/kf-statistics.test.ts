import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

const january = { open_kfid: 'wk1', from: '2026-01-01', to: '2026-01-31' }

it('reads days of China, and tells a missing day from zero', async () => {
  const statistic = { session_cnt: 2, customer_cnt: 1, ai_session_reply_cnt: 1, ai_transfer_rate: 0.5 }
  server.answers({
    errcode: 0,
    statistic_list: [
      { stat_time: 1767196800, statistic },
      { stat_time: 1767283200 },
      { stat_time: 1767369600, statistic: { session_cnt: 0 } },
    ],
  })
  await expect(server.wecom().kf.statistics.ofCorp(january)).resolves.toEqual([
    { day: '2026-01-01', statistic },
    { day: '2026-01-02', statistic: undefined },
    { day: '2026-01-03', statistic: { session_cnt: 0 } },
  ])
  expect(server.asked[0]).toMatchObject({
    api: 'kf/get_corp_statistic',
    body: {
      open_kfid: 'wk1',
      start_time: Date.parse('2025-12-31T16:00:00Z') / 1000,
      end_time: Date.parse('2026-01-30T16:00:00Z') / 1000,
    },
  })
})

it('reads one servicer or the whole account', async () => {
  const statistic = { session_cnt: 1, reply_rate: 1, first_reply_average_sec: 17.5 }
  server.answers({ errcode: 0, statistic_list: [{ stat_time: 1767196800, statistic }] }, { errcode: 0 })
  const { ofServicer } = server.wecom().kf.statistics
  await expect(ofServicer({ ...january, servicer_userid: 'zhang' })).resolves.toEqual([
    { day: '2026-01-01', statistic },
  ])
  await expect(ofServicer(january)).resolves.toEqual([])
  expect(server.asked.map(({ api, body }) => [api, (body as { servicer_userid?: string }).servicer_userid])).toEqual([
    ['kf/get_servicer_statistic', 'zhang'],
    ['kf/get_servicer_statistic', undefined],
  ])
})

it.each([
  ['to', { to: '2026-02-01' }],
  ['to', { to: '2025-12-31' }],
  ['from', { from: '2026-1-1' }],
  ['from', { from: '2026-02-30' }],
  ['open_kfid', { open_kfid: '' }],
])('refuses %s %j', async (field, wrong) => {
  const { ofCorp, ofServicer } = server.wecom().kf.statistics
  await expect(ofCorp({ ...january, ...wrong })).rejects.toMatchObject({ code: 'limit', field })
  await expect(ofServicer({ ...january, ...wrong })).rejects.toMatchObject({ code: 'limit', field })
  expect(server.asked).toEqual([])
})
