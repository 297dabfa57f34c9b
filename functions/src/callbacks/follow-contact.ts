import { WecomError } from '@suixing/wecom'
import type { CallbackEvent, ExternalContact, FollowUser, Wecom } from '@suixing/wecom'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { welcomePatient } from './welcome-patient'

type ContactEvent = Extract<CallbackEvent, { Event: 'change_external_contact' }>

/**
 * What a friendship event means here: added → invited and welcomed; deleted by either side → noted, so that nothing depends on it any more.
 * Events overtake each other, so each looks at the friendship as it is now. `createdAt` is the event's own time in epoch milliseconds.
 */
export async function followContact(product: Product, event: ContactEvent, createdAt: number): Promise<void> {
  switch (event.ChangeType) {
    case 'add_external_contact':
    case 'add_half_external_contact':
      return invite(product, event)
    case 'del_follow_user':
    case 'del_external_contact':
      return unfriend(product, event, createdAt)
    default:
      return
  }
}

async function invite(
  product: Product,
  event: Extract<ContactEvent, { ChangeType: 'add_external_contact' | 'add_half_external_contact' }>,
): Promise<void> {
  const { programmes, enrolments, identities, agenda, staff } = product.repositories
  const way = event.State === undefined ? null : await programmes.contactWayByState(event.State)
  if (!way || !product.wecom) return // added by hand: a friend of the member, but not invited to any programme
  const at = product.clock.instant()
  const known = await contactNow(product.wecom, event.ExternalUserID)
  if (!known) return // the friendship ended before we heard of it
  const patientId = await patientOf(product, known.contact, at)
  const enrolmentId = derivedId('en', patientId, way.programmeId)
  const isNew = (await enrolments.byId(enrolmentId)) === null
  await enrolments.invite(
    {
      _id: enrolmentId,
      patientId,
      programmeId: way.programmeId,
      contactWayId: way._id,
      responsiblePhysicianId: way.physicianId,
    },
    at,
  )
  await enrolments.setFriend(enrolmentId, { userid: event.UserID, externalUserid: event.ExternalUserID, active: true })
  if (isNew) await programmes.countScan(way._id)
  if (event.WelcomeCode)
    await welcomePatient(product, {
      patientId,
      enrolmentId,
      programmeId: way.programmeId,
      physicianId: way.physicianId,
      welcomeCode: event.WelcomeCode,
    })
  await identities.touch(patientId, at)
  await staff.touch(way.physicianId)
  await agenda.wake(patientId, at)
  product.workshop.nudge('patients')
}

const genders = { 1: 'male', 2: 'female' } as const

/** The patient behind a WeCom contact: known by unionid first, else by the external id; made when new. */
async function patientOf(product: Product, contact: ExternalContact, at: string): Promise<string> {
  const { identities } = product.repositories
  const corp = product.wecom?.client.corpId ?? ''
  const wecom = { kind: 'wecom', space: corp, value: contact.external_userid } as const
  const union = contact.unionid ? ({ kind: 'unionid', space: 'wechat', value: contact.unionid } as const) : null
  const known = (await identities.findPatientId(wecom)) ?? (union ? await identities.findPatientId(union) : null)
  const patientId = known ?? derivedId('pa', union ? `unionid:${union.value}` : `wecom:${corp}:${wecom.value}`)
  if (!known) {
    const gender = genders[contact.gender as 1 | 2] ?? 'unknown'
    await identities.createPatient(
      { _id: patientId, name: contact.name ?? '微信用户', gender, timeZone: 'Asia/Shanghai' },
      at,
    )
  }
  const linked = await identities.link(wecom, patientId, 'callback', at)
  if (union) await identities.link(union, linked, 'callback', at)
  return linked
}

async function unfriend(
  product: Product,
  event: Extract<ContactEvent, { ChangeType: 'del_follow_user' | 'del_external_contact' }>,
  endedAt: number,
): Promise<void> {
  const { identities, enrolments, agenda } = product.repositories
  const { UserID: userid, ExternalUserID: externalUserid } = event
  const patientId = await identities.findPatientId({
    kind: 'wecom',
    space: product.wecom?.client.corpId ?? '',
    value: externalUserid,
  })
  if (!patientId || !product.wecom) return
  const follower = (await contactNow(product.wecom, externalUserid))?.followers.find((one) => one.userid === userid)
  // Whoever the patient deleted may still list the patient, so only a friendship begun after this end counts.
  if (follower?.createtime !== undefined && follower.createtime * 1000 >= endedAt) return
  for (const enrolment of await enrolments.ofPatient(patientId)) {
    if (enrolment.friends.some((friend) => friend.userid === userid))
      await enrolments.setFriend(enrolment._id, { userid, externalUserid, active: false })
  }
  await identities.touch(patientId, product.clock.instant())
  await agenda.wake(patientId, product.clock.instant())
  product.workshop.nudge('patients')
}

/** The contact with everyone who follows it; null when nobody does any more. */
async function contactNow(
  wecom: Wecom,
  externalUserid: string,
): Promise<{ contact: ExternalContact; followers: FollowUser[] } | null> {
  try {
    return await wecom.externalContacts.get(externalUserid)
  } catch (error) {
    if (error instanceof WecomError && error.action === 'relation-lost') return null
    throw error
  }
}
