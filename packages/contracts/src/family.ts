import * as z from 'zod'
import { patientMessages, patientMessagesQuery, patientSaid } from './patient-chat'
import { id, instant, personName } from './scalar'

/** A family member the patient let into the conversation: sees it and writes in it, and sees nothing else. */
export const familyMember = z.object({ id, name: z.string(), relation: z.string(), since: instant })
/** GET /api/patient/family, DELETE /api/patient/family/:id */
export const familyMembers = z.object({ members: z.array(familyMember) })
export type FamilyMembers = z.infer<typeof familyMembers>

/** POST /api/patient/family-invites: the page to share with that one person; the first to open it is it. */
export const familyInviteRequest = z.object({ name: personName, relation: z.string().trim().min(1).max(10) })
export const familyInvite = z.object({ page: z.string(), expiresAt: instant })
export type FamilyInvite = z.infer<typeof familyInvite>

/** POST /api/family/session: code of wx.login; `invite` from the shared page, at the first time. */
export const familySignIn = z.object({ code: z.string().min(1).max(512), invite: z.string().max(128).optional() })
export const familySession = z.object({
  token: z.string(),
  expiresAt: instant,
  patientName: z.string(),
  member: familyMember,
})
export type FamilySession = z.infer<typeof familySession>

/** GET /api/family/messages */
export const familyMessagesQuery = patientMessagesQuery.omit({ programmeId: true })
export const familyMessages = patientMessages
/** POST /api/family/messages */
export const familySay = z.object({ clientId: z.uuid(), text: z.string().trim().min(1).max(1000) })
export const familySaid = patientSaid
