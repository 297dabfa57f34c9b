import type { SendAnswer } from '@suixing/contracts'
import type { StaffRow } from '@suixing/database'
import { clockText, localMoment } from '@suixing/followup'
import { TEAM_TIME_ZONE } from '../duty/duty-of'
import type { Product } from '../platform/product'

export interface Announcement {
  readonly patientId: string
  /** The message it announces: one message is announced once. */
  readonly messageId: string
  readonly staff: StaffRow
}

/** Letters of a `name` value of a subscribe message. */
const NAME_LETTERS = 10

/**
 * Tells the patient by subscribe message that a reply waits in the mini-program; it says who and when, never what. Retry class at-most-once:
 * the credit is taken before the call, and an unknown outcome is not repeated. The reply itself is in the mini-program all the same.
 */
export async function announceReply(
  product: Product,
  { patientId, messageId, staff }: Announcement,
): Promise<SendAnswer['told']> {
  const templateId = product.config.REPLY_TEMPLATE_ID
  const { patient: wechat } = product.wechat
  if (!templateId || !wechat) return 'not-possible'
  const credits = product.repositories.subscribeCredits
  const credit = await credits.reserve(patientId, templateId, messageId)
  if (!credit) return 'no-credit'
  const now = product.clock.instant()
  const moment = localMoment(now, TEAM_TIME_ZONE)
  try {
    const { outcome } = await wechat.subscribeMessages.send({
      openId: credit.openid,
      templateId,
      page: 'pages/messages/index',
      values: {
        name1: staff.name.slice(0, NAME_LETTERS),
        time2: `${dateWords(moment.date)} ${clockText(moment.minuteOfDay)}`,
        thing3: '您有一条医护回复，请打开查看',
      },
    })
    if (outcome === 'not-subscribed') await credits.none(credit._id)
    if (outcome !== 'accepted') product.log.warn({ outcome }, 'reply was not announced')
    return outcome === 'accepted' ? 'told' : 'not-possible'
  } catch (error) {
    product.log.warn({ err: error }, 'reply was not announced')
    return 'not-possible'
  }
}

/** A day as WeChat takes it in a `time` value: 2026年1月2日. */
function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Announcements the patient has allowed and not used. */
export async function announcementsLeft(product: Product, patientId: string | null): Promise<number> {
  const templateId = product.config.REPLY_TEMPLATE_ID
  return patientId && templateId ? product.repositories.subscribeCredits.left(patientId, templateId) : 0
}
