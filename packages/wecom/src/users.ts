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

/** Members within the app's scope (document 90196); phone and e-mail are not given to apps made after 2022-06-20. */
export function users({ call }: WecomClient) {
  return {
    async get(userid: string): Promise<WecomUser> {
      return call({ api: 'user/get', query: { userid }, answer: user, repeat: 'safe' })
    },
  }
}
