import * as z from 'zod'
import type { WecomClient } from './client'

const user = z.looseObject({
  userid: z.string().min(1),
  name: z.string().optional(),
  department: z.array(z.int()).default([]),
  position: z.string().optional(),
  is_leader_in_dept: z.array(z.int()).optional(),
  direct_leader: z.array(z.string()).optional(),
  main_department: z.int().optional(),
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  status: z.int().optional(),
})
export type WecomUser = z.output<typeof user>

const member = z.looseObject({
  userid: z.string().min(1),
  name: z.string().optional(),
  department: z.array(z.int()).default([]),
})
export type WecomMember = z.output<typeof member>
const members = z.looseObject({ userlist: z.array(member).default([]) })

const department = z.looseObject({ id: z.int(), parentid: z.int().optional(), order: z.int().optional() })
export type WecomDepartment = z.output<typeof department>
const departments = z.looseObject({ department_id: z.array(department).default([]) })

/** Members within the app's scope; phone and e-mail are not given to apps made after 2022-06-20. */
export function users({ call }: WecomClient) {
  return {
    /** Document 90196. */
    async get(userid: string): Promise<WecomUser> {
      return call({ api: 'user/get', query: { userid }, answer: user, repeat: 'safe' })
    },
    /** Members of one department, not of those below it: ask for each of `departments` (document 90200). */
    async ofDepartment(departmentId: number): Promise<WecomMember[]> {
      const query = { department_id: String(departmentId) }
      return (await call({ api: 'user/simplelist', query, answer: members, repeat: 'safe' })).userlist
    },
    /** A department with all below it, or all that the app sees (document 95350). */
    async departments(rootId?: number): Promise<WecomDepartment[]> {
      const query = rootId === undefined ? {} : { id: String(rootId) }
      return (await call({ api: 'department/simplelist', query, answer: departments, repeat: 'safe' })).department_id
    },
  }
}
