import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

it('tags a pair and reads groups', async () => {
  const { tags } = server.wecom()
  const mark = { userid: 'a', external_userid: 'wm1', add_tag: ['et1'], remove_tag: ['et2'] }
  await tags.mark(mark)
  server.answers({
    errcode: 0,
    tag_group: [{ group_id: 'eg', group_name: 'g', tag: [{ id: 'et1', name: 't', order: 2 ** 32 - 1 }] }],
  })
  await expect(tags.list({ group_id: ['eg'] })).resolves.toMatchObject([{ tag: [{ id: 'et1' }] }])
  expect(server.asked[0]).toMatchObject({ api: 'externalcontact/mark_tag', body: mark })
})
