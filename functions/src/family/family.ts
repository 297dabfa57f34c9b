import type { FamilyInvite, FamilyMembers, FamilySession, MessageView, PatientMessages } from '@suixing/contracts'
import type { FamilyRow } from '@suixing/database'
import { enrolmentOf } from '../conversation/hand-over'
import { patientConversation } from '../conversation/patient-conversation'
import { patientWrote } from '../conversation/patient-wrote'
import { messageViewOf } from '../conversation/message-view'
import { patientChat } from '../patient/patient-chat'
import { ApiError, forbidden } from '../platform/api-error'
import { derivedId, opaqueKey } from '../platform/identifier'
import type { Product } from '../platform/product'
import type { Call } from '../platform/serve'
import type { Principal } from '../platform/session'
import { exchange } from '../sign-in/patient-sign-in'

const INVITATION_DAYS = 7

/** The patient invites one person. The key in the page is opaque, and the first WeChat user who opens it is that person. */
export async function inviteFamily(
  product: Product,
  patientId: string,
  { name, relation }: Call<'inviteFamily'>['body'],
): Promise<FamilyInvite> {
  const { enrolments, families } = product.repositories
  const enrolled = (await enrolments.ofPatient(patientId)).filter(({ status }) => status === 'enrolled')
  const latest = enrolled.sort((a, b) => b.invitedAt.localeCompare(a.invitedAt))[0]
  if (!latest) throw new ApiError('not-enrolled', 'not enrolled', { hint: 'join the programme first' })
  const now = product.clock.now()
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000).toISOString()
  const key = opaqueKey()
  await families.invite({
    _id: key,
    patientId,
    programmeId: latest.programmeId,
    name,
    relation,
    invitedAt: now.toISOString(),
    expiresAt,
  })
  return { page: `pages/family/index?invite=${key}`, expiresAt }
}

export async function familyMembers(product: Product, patientId: string): Promise<FamilyMembers> {
  const rows = await product.repositories.families.ofPatient(patientId)
  return { members: rows.flatMap((row) => (row.since ? [memberView(row, row.since)] : [])) }
}

export async function removeFamily(product: Product, patientId: string, key: string): Promise<FamilyMembers> {
  if (!(await product.repositories.families.remove(patientId, key, product.clock.instant()))) throw forbidden()
  return familyMembers(product, patientId)
}

const memberView = ({ _id, name, relation }: FamilyRow, since: string) => ({ id: _id, name, relation, since })

/** Signs a family member in: by the invitation the first time, afterwards as who accepted it. */
export async function signInFamily(
  product: Product,
  { code, invite }: Call<'familySignIn'>['body'],
): Promise<FamilySession> {
  const wechat = product.wechat.patient
  if (!wechat) throw new ApiError('sign-in-failed', 'no mini-program is configured')
  const { openId } = await exchange(() => wechat.login.jscode2session(code))
  const { families, identities } = product.repositories
  const row = invite ? await families.accept(invite, openId, product.clock.instant()) : await families.latestOf(openId)
  if (!row?.since)
    throw new ApiError('identity-not-linked', 'no invitation for this WeChat user', {
      hint: 'ask for a new invitation',
    })
  await mayStillSee(product, row)
  const patient = await identities.patient(row.patientId)
  const session = await product.sessions.issue({ kind: 'family', membership: row._id })
  return { ...session, patientName: patient?.name ?? '', member: memberView(row, row.since) }
}

/** The membership behind a session, as it stands now: a patient's change of mind counts at the next call. */
export async function membershipOf(product: Product, who: Principal | null): Promise<FamilyRow> {
  const row = who?.kind === 'family' ? await product.repositories.families.active(who.membership) : null
  if (!row) throw forbidden()
  await mayStillSee(product, row)
  return row
}

/** A patient who left the programme shows it to nobody. */
async function mayStillSee(product: Product, { patientId, programmeId }: FamilyRow): Promise<void> {
  const enrolment = await enrolmentOf(product, patientId, programmeId)
  if (enrolment?.status !== 'enrolled' && enrolment?.status !== 'paused') throw forbidden()
}

export async function familyChat(
  product: Product,
  { patientId, programmeId }: FamilyRow,
  query: Call<'familyMessages'>['query'],
): Promise<PatientMessages> {
  const chat = await patientChat(product, patientId, { ...query, programmeId })
  // What is asked of the patient alone is not asked of the family.
  return { ...chat, rate: null, replyTemplateId: null }
}

export async function familySays(
  product: Product,
  row: FamilyRow,
  { clientId, text }: Call<'familySay'>['body'],
): Promise<MessageView> {
  const conversation = await patientConversation(product, row.programmeId, row.patientId)
  const { messages } = product.repositories
  const id = derivedId('fa', row._id, clientId)
  const known = await messages.byId(id)
  await patientWrote(product, {
    conversation,
    messageId: id,
    at: known?.at ?? product.clock.instant(),
    text,
    content: null,
    via: 'miniChat',
    clientId,
    family: { name: row.name, relation: row.relation },
  })
  const kept = await messages.byId(id)
  if (!kept) throw new ApiError('internal', 'the message was not kept')
  return messageViewOf(product, kept)
}
