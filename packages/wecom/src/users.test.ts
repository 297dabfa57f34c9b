import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

it('reads one member', async () => {
  server.answers({ errcode: 0, userid: 'zhang', name: '张', department: [2], status: 1 })
  await expect(server.wecom().users.get('zhang')).resolves.toEqual({
    userid: 'zhang',
    name: '张',
    department: [2],
    status: 1,
  })
  expect(server.asked[0]).toMatchObject({ api: 'user/get', query: { userid: 'zhang' } })
})

it('lists a department, level by level', async () => {
  server.answers(
    { errcode: 0, department_id: [{ id: 2, parentid: 1, order: 10 }, { id: 3 }] },
    { errcode: 0, userlist: [{ userid: 'zhang', name: '张', department: [2, 3] }, { userid: 'li' }] },
    { errcode: 0 },
    { errcode: 0 },
  )
  const { users } = server.wecom()
  await expect(users.departments(2)).resolves.toEqual([{ id: 2, parentid: 1, order: 10 }, { id: 3 }])
  await expect(users.ofDepartment(2)).resolves.toEqual([
    { userid: 'zhang', name: '张', department: [2, 3] },
    { userid: 'li', department: [] },
  ])
  await expect(users.ofDepartment(3)).resolves.toEqual([])
  await expect(users.departments()).resolves.toEqual([])
  expect(server.asked.map(({ api, query: { access_token: _, ...query } }) => [api, query])).toEqual([
    ['department/simplelist', { id: '2' }],
    ['user/simplelist', { department_id: '2' }],
    ['user/simplelist', { department_id: '3' }],
    ['department/simplelist', {}],
  ])
})

it('throws what a member outside the scope gives', async () => {
  server.answers({ errcode: 60011 })
  await expect(server.wecom().users.ofDepartment(9)).rejects.toMatchObject({ errcode: 60011, action: 'no-retry' })
})
