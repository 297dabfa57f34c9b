import type { Instant, TagDefinition } from '@suixing/contracts'
import type { EnrolmentRow, PatientTagRow } from '@suixing/database'
import { earlier } from '@suixing/followup'
import { WecomError } from '@suixing/wecom'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'

const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 3_600_000

/**
 * Writes tags that changed to WeCom: on the pair of the patient and the member who is the friend (the physician, if both).
 * mark_tag may be repeated without harm, so a crash between call and note repeats it. Answers when to try again.
 */
export async function writeTags(product: Product, patientId: string): Promise<Instant | null> {
  const { tags, enrolments } = product.repositories
  if (!product.wecom) return null
  const pending = (await tags.ofPatient(patientId)).filter((row) => row.wecom.state === 'pending')
  if (pending.length === 0) return null
  const rows = new Map((await enrolments.ofPatient(patientId)).map((row) => [row._id, row]))
  let again: Instant | null = null
  for (const tag of pending) {
    const enrolment = rows.get(tag.enrolmentId)
    if (enrolment) again = earlier(again, await writeOne(product, tag, enrolment))
  }
  await product.repositories.identities.touch(patientId, product.clock.instant())
  return again
}

/** Null when there is nothing more to do; else when to try again. */
async function writeOne(product: Product, tag: PatientTagRow, enrolment: EnrolmentRow): Promise<Instant | null> {
  const note = (state: PatientTagRow['wecom']['state'], userid: string | null, why: string | null): Promise<void> =>
    product.repositories.tags.noteWecom(tag._id, tag.since, {
      state,
      userid,
      at: product.clock.instant(),
      why,
      attempts: tag.wecom.attempts + 1,
    })
  const friend = await friendOf(product, enrolment)
  const definition = product.programmes.get(enrolment.programmeId).definition.tags.find(({ id }) => id === tag.tagId)
  if (!friend || !definition) {
    await note('no-friend', null, '没有企业微信好友关系')
    return null
  }
  try {
    const wecomTagId = await corpTag(product, definition)
    const change = tag.present ? { add_tag: [wecomTagId] } : { remove_tag: [wecomTagId] }
    await product.wecom?.tags.mark({ userid: friend.userid, external_userid: friend.externalUserid, ...change })
    await note('written', friend.userid, null)
    return null
  } catch (error) {
    if (!mayPass(error)) {
      await note('failed', friend.userid, error instanceof WecomError ? `${error.errcode}` : 'failed')
      return null
    }
    await note('pending', friend.userid, 'retrying')
    return new Date(
      product.clock.now().getTime() + Math.min(2 ** tag.wecom.attempts * FIRST_PAUSE_MS, LONGEST_PAUSE_MS),
    ).toISOString()
  }
}

/** Our rule tags go to the member who is the friend; to the responsible physician when several are. */
async function friendOf(
  product: Product,
  enrolment: EnrolmentRow,
): Promise<EnrolmentRow['friends'][number] | undefined> {
  const active = enrolment.friends.filter((friend) => friend.active)
  const physician = enrolment.responsiblePhysicianId
    ? await product.repositories.staff.byId(enrolment.responsiblePhysicianId)
    : null
  return active.find((friend) => friend.userid === physician?.userid) ?? active[0]
}

/** The corp tag that stands for ours, made in WeCom when it is not there. Adding a name that exists gives the existing tag. */
async function corpTag(product: Product, definition: TagDefinition): Promise<string> {
  const { tags } = product.repositories
  const known = await tags.wecomTag(definition.id)
  if (known && known.group === definition.group && known.name === definition.name) return known.wecomTagId
  const group = await product.wecom?.tags.add({ group_name: definition.group, tag: [{ name: definition.name }] })
  const made = group?.tag.find(({ name }) => name === definition.name)
  if (!made) throw new Error('WeCom made no such tag')
  await tags.saveWecomTag({ _id: definition.id, wecomTagId: made.id, group: definition.group, name: definition.name })
  return made.id
}
