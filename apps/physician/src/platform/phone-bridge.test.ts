import { phoneBridge } from './phone-bridge'

const windows = () => {
  const sent: Record<string, unknown>[] = []
  let hear: (data: unknown) => void = () => undefined
  const bridge = phoneBridge({
    post: (message) => void sent.push(message as Record<string, unknown>),
    listen: (listener) => {
      hear = listener
      return () => undefined
    },
  })
  return { bridge, sent, hear: (data: unknown) => hear(data) }
}

describe('phoneBridge', () => {
  it('pairs answers with calls by id, in whatever order they come', async () => {
    const { bridge, sent, hear } = windows()
    const first = bridge.call('environment')
    const second = bridge.call('qyLogin')
    expect(sent.map((one) => one['method'])).toEqual(['environment', 'qyLogin'])
    hear({ bridge: 'suixing-phone', id: sent[1]?.['id'], result: { code: 'c2' } })
    hear({ bridge: 'suixing-phone', id: sent[0]?.['id'], result: { app: 'wecom' } })
    await expect(second).resolves.toEqual({ code: 'c2' })
    await expect(first).resolves.toEqual({ app: 'wecom' })
  })

  it('fails with what the phone said', async () => {
    const { bridge, sent, hear } = windows()
    const call = bridge.call('qyLogin')
    hear({ bridge: 'suixing-phone', id: sent[0]?.['id'], error: { errMsg: 'qy.login:fail' } })
    await expect(call).rejects.toMatchObject({ code: 'login-refused', message: 'qy.login:fail' })
  })

  it('hears nothing that does not bear its mark', async () => {
    const { bridge, sent, hear } = windows()
    let answered = false
    void bridge.call('qyLogin').then(() => (answered = true))
    hear({ id: sent[0]?.['id'], result: { code: 'stolen' } })
    hear('text')
    await Promise.resolve()
    expect(answered).toBe(false)
  })

  it('passes show and hide on until stopped', () => {
    const { bridge, hear } = windows()
    const seen: string[] = []
    const stop = bridge.onEvent((event) => void seen.push(event))
    hear({ bridge: 'suixing-phone', event: 'hide' })
    stop()
    hear({ bridge: 'suixing-phone', event: 'show' })
    expect(seen).toEqual(['hide'])
  })
})
