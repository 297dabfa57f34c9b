import type { ContactWayInput } from './contact-ways'
import { type AnsweringServer, all, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

const way: ContactWayInput = { type: 1, scene: 2, user: ['zhang'] }

describe('contact ways', () => {
  it('adds one and hands back its QR code', async () => {
    server.answers({ errcode: 0, config_id: 'c1', qr_code: 'https://qr' })
    await expect(server.wecom().contactWays.add({ ...way, state: 'k1' })).resolves.toMatchObject({
      config_id: 'c1',
      qr_code: 'https://qr',
    })
    expect(server.asked[0]).toMatchObject({ api: 'externalcontact/add_contact_way', body: { ...way, state: 'k1' } })
  })

  it('gets, lists over pages and removes', async () => {
    const { contactWays } = server.wecom()
    server.answers(
      { errcode: 0, contact_way: { config_id: 'c1', type: 1, scene: 2, state: 'k1' } },
      { errcode: 0, contact_way: [{ config_id: 'c1' }], next_cursor: 'n1' },
      { errcode: 0, contact_way: [{ config_id: 'c2' }] },
    )
    await expect(contactWays.get('c1')).resolves.toMatchObject({ state: 'k1' })
    await expect(all(contactWays.list({ start_time: 1 }))).resolves.toEqual(['c1', 'c2'])
    await contactWays.remove('c1')
    expect(server.asked.map(({ body }) => body)).toEqual([
      { config_id: 'c1' },
      { start_time: 1 },
      { start_time: 1, cursor: 'n1' },
      { config_id: 'c1' },
    ])
  })

  it('does not make a second one when the first may have been made', async () => {
    server.answers({ errcode: -1 })
    await expect(server.wecom().contactWays.add(way)).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(1)
  })
})
