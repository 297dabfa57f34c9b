import { bridgedPhone } from './bridged-phone'

type Listener = (event: { source: unknown; data: unknown }) => void

const framed = () => {
  const asked: { id: string; method: string; params: object }[] = []
  const listeners: Listener[] = []
  const parent = { postMessage: (message: never) => void asked.push(message) }
  const page = { parent, addEventListener: (_: string, listener: Listener) => void listeners.push(listener) }
  const say = (data: unknown, source: unknown = parent) => listeners.forEach((listener) => listener({ source, data }))
  return { asked, say, phone: bridgedPhone(page as unknown as Window) }
}

test('asks by method and hears the answer to its own question', async () => {
  const { asked, say, phone } = framed()
  const [login, file] = [phone.ask<{ code: string }>('login'), phone.ask('chooseFile')]
  expect(asked).toMatchObject([
    { bridge: 'suixing-phone', method: 'login', params: {} },
    { bridge: 'suixing-phone', method: 'chooseFile' },
  ])
  say({ bridge: 'suixing-phone', id: asked[1]?.id, error: { errMsg: 'chooseFile:fail cancel' } })
  say({ bridge: 'suixing-phone', id: asked[0]?.id, result: { code: 'c1' } })
  await expect(login).resolves.toEqual({ code: 'c1' })
  await expect(file).rejects.toThrow('chooseFile:fail cancel')
})

test('hears nobody but the page around it', async () => {
  const { asked, say, phone } = framed()
  const heard: string[] = []
  phone.onEvent((event) => heard.push(event))
  const login = phone.ask('login')
  say({ bridge: 'suixing-phone', id: asked[0]?.id, result: { code: 'forged' } }, {})
  say({ bridge: 'suixing-phone', event: 'hide' }, {})
  say({ bridge: 'other', event: 'hide' })
  say('noise')
  say({ bridge: 'suixing-phone', event: 'show' })
  say({ bridge: 'suixing-phone', id: asked[0]?.id, result: { code: 'true' } })
  await expect(login).resolves.toEqual({ code: 'true' })
  expect(heard).toEqual(['show'])
})
