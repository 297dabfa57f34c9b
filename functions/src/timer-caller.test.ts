import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { callTimer } from './timer-caller'

describe('the event function of a timer', () => {
  const seen: { method: string | undefined; url: string | undefined; secret: string | string[] | undefined }[] = []
  let status = 200
  const host = http.createServer(({ method, url, headers }, response) => {
    seen.push({ method, url, secret: headers['x-suixing-secret'] })
    response.statusCode = status
    response.end('{"out":"idle"}')
  })
  let HOST_URL = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    HOST_URL = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  })
  afterAll(() => {
    host.closeAllConnections()
    host.close()
  })

  it('calls the timer of its name with the secret of the host', async () => {
    await expect(callTimer({ HOST_URL, HOST_SECRET: 'secret', TIMER_NAME: 'drain' })).resolves.toBe('{"out":"idle"}')
    expect(seen).toEqual([{ method: 'POST', url: '/__invoke/drain', secret: 'secret' }])
  })

  it('fails when the host did not run it, so that the platform tells somebody', async () => {
    status = 404
    await expect(callTimer({ HOST_URL, HOST_SECRET: 'secret', TIMER_NAME: 'drain' })).rejects.toThrow(
      'the host answered 404',
    )
  })

  it('names every setting that is missing', async () => {
    await expect(callTimer({ HOST_URL, HOST_SECRET: '' })).rejects.toThrow('HOST_SECRET, TIMER_NAME not set')
  })
})
