import * as z from 'zod'
import { id, instant } from './scalar'

export const staffRole = z.enum(['physician', 'healthManager', 'careAssistant', 'nutritionist', 'operator', 'sponsor'])
export type StaffRole = z.infer<typeof staffRole>
export const staffView = z.object({ id, name: z.string(), title: z.string(), role: staffRole })
export type StaffView = z.infer<typeof staffView>

/** POST /api/patient/session: code of wx.login; `entry` is the opaque key a card or link carried, if any. */
export const patientSignIn = z.object({ code: z.string().min(1).max(512), entry: z.string().max(128).optional() })
export const patientSession = z.object({ token: z.string(), expiresAt: instant, linked: z.boolean() })
/** POST /api/physician/session */
export const physicianSignIn = z.object({ code: z.string().min(1).max(512), environment: z.enum(['wecom', 'wechat']) })
export const physicianSession = z.object({ token: z.string(), expiresAt: instant, staff: staffView })
/** GET /api/console/sign-in */
export const consoleSignInWays = z.object({ ways: z.array(z.enum(['wecom', 'password'])) })
/** POST /api/console/session/password */
export const passwordSignIn = z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(200) })
/** GET /api/console/me */
export const consoleMe = z.object({
  staff: staffView,
  clock: z.object({ now: instant, kind: z.enum(['system', 'followed']) }),
})
