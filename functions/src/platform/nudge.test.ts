import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLog } from './log'
import { inProcessNudge, postedNudge } from './nudge'
import { workshop } from './workshop'

const log = createLog('silent')

it('runs the queue in this process and does not wait for it', async () => {
  const shop = workshop(log)
  let release: () => void = () => undefined
  const ran: string[] = []
  shop.register('inbox', () => new Promise<void>((resolve) => (release = () => (ran.push('inbox'), resolve()))))
  await inProcessNudge(shop)('inbox')
  expect(ran).toEqual([])
  release()
  await shop.idle()
  expect(ran).toEqual(['inbox'])
})

describe('posted', () => {
  const asked: { path: string | undefined; secret: unknown }[] = []
  let answer: (response: http.ServerResponse) => void = (response) => response.end('{}')
  const server = http.createServer((request, response) => {
    asked.push({ path: request.url, secret: request.headers['x-suixing-secret'] })
    answer(response)
  })
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })

  it('asks the host to drain, with its secret', async () => {
    await postedNudge({ url, secret: 'the-secret', log })('inbox')
    expect(asked).toEqual([{ path: '/__invoke/drain', secret: 'the-secret' }])
  })
  it('goes on when the drain takes long: the request stays open and keeps its instance awake', async () => {
    const open: http.ServerResponse[] = []
    answer = (response) => void open.push(response)
    await postedNudge({ url, secret: 'the-secret', log })('inbox')
    expect(open[0]?.destroyed).toBe(false)
    open[0]?.end('{}')
  })
  it('does not fail the callback when nobody is there', async () => {
    await expect(
      postedNudge({ url: 'http://127.0.0.1:9', secret: 'the-secret', log })('inbox'),
    ).resolves.toBeUndefined()
  })
})
