import { fresher } from './fresher'

const held = { unchanged: false, cursor: 'c1', now: '2026-11-23T02:15:00.000Z', rows: ['王秀兰'] }

it('asks with the cursor it holds and keeps the rows when nothing moved', async () => {
  const asked: (string | undefined)[] = []
  const load = fresher(async (since) => {
    asked.push(since)
    return {
      unchanged: since !== undefined,
      cursor: 'c2',
      now: '2026-11-23T02:16:00.000Z',
      rows: since ? [] : ['王秀兰'],
    }
  })
  expect(await load(null)).toMatchObject({ rows: ['王秀兰'] })
  expect(await load(held)).toEqual({ ...held, cursor: 'c2', now: '2026-11-23T02:16:00.000Z' })
  expect(asked).toEqual([undefined, 'c1'])
})

it('takes what changed', async () => {
  const load = fresher(async () => ({ ...held, cursor: 'c3', rows: ['陈玉芬'] }))
  expect((await load(held)).rows).toEqual(['陈玉芬'])
})
