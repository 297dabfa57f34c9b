import { type AnsweringServer, all, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

describe('external contacts', () => {
  it('collects the followers of all pages', async () => {
    const contact = { external_userid: 'wm1', type: 1, unionid: 'u1' }
    server.answers(
      {
        errcode: 0,
        external_contact: contact,
        follow_user: [{ userid: 'a', tags: [{ tag_name: 'x', type: 2 }] }],
        next_cursor: 'n',
      },
      { errcode: 0, external_contact: contact, follow_user: [{ userid: 'b' }], next_cursor: '' },
    )
    const { contact: found, followers } = await server.wecom().externalContacts.get('wm1')
    expect(found.unionid).toBe('u1')
    expect(followers.map(({ userid, tags }) => [userid, tags.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
    expect(server.asked.map(({ query }) => query['cursor'])).toEqual([undefined, 'n'])
  })

  it('walks members in pages and can go on from a cursor', async () => {
    const page = (external_userid: string, next_cursor?: string) => ({
      errcode: 0,
      external_contact_list: [
        { external_contact: { external_userid, type: 1 }, follow_info: { userid: 'a', tag_id: ['et1'] } },
      ],
      next_cursor,
    })
    server.answers(page('wm1', 'n1'), page('wm2'))
    const pages = await all(server.wecom().externalContacts.batchGetByUser({ userid_list: ['a'], cursor: 'n0' }))
    expect(
      pages.flatMap((one) => one.external_contact_list.map(({ external_contact }) => external_contact.external_userid)),
    ).toEqual(['wm1', 'wm2'])
    expect(server.asked.map(({ body }) => body)).toMatchObject([{ cursor: 'n0', limit: 100 }, { cursor: 'n1' }])
  })

  it('does not turn in circles on a cursor that stays', async () => {
    server.answers({ errcode: 0, next_cursor: 'n' }, { errcode: 0, next_cursor: 'n' })
    await expect(all(server.wecom().externalContacts.batchGetByUser({ userid_list: ['a'] }))).rejects.toMatchObject({
      code: 'unexpected-answer',
    })
  })

  it('lists a member without customers as nobody', async () => {
    server.answers({ errcode: 0 })
    await expect(server.wecom().externalContacts.list('a')).resolves.toEqual([])
  })
})
