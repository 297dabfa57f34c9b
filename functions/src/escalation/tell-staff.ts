import type { EscalationRow, Telling } from '@suixing/database'
import { clockText, localMoment } from '@suixing/followup'
import { WecomError } from '@suixing/wecom'
import type { TemplateCard } from '@suixing/wecom'
import { TEAM_TIME_ZONE } from '../duty/duty-of'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'

/** A task id is good for one card for ever: WeCom refuses a second (42014–42016), which says that the first went out. */
const SENT_BEFORE: ReadonlySet<number> = new Set([42014, 42015])

/**
 * Sends one person the card that asks for them. It names nobody (law 9): the mini-program shows who. A card that cannot be sent is kept
 * with its reason, and the ladder goes on to the next person. False while WeCom is away: the same card is to be tried again.
 */
export async function tellStaff(product: Product, row: EscalationRow, telling: Telling): Promise<boolean> {
  const { escalations, staff } = product.repositories
  const { corp } = product.config
  const person = await staff.byId(telling.staffId)
  const settle = async (state: 'sent' | 'not-sent', why: string | null, responseCode: string | null = null) => {
    await escalations.settle(row._id, telling.taskId, { state, why, responseCode })
    return true
  }
  if (!product.wecom || !corp || !person?.userid) return settle('not-sent', 'not a WeCom member')
  try {
    const sent = await product.wecom.staffMessages.send({
      to: [person.userid],
      agentid: Number(corp.WECOM_AGENT_ID),
      content: { msgtype: 'template_card', template_card: cardOf(product, row, telling) },
    })
    const reached = !sent.invalid.includes(person.userid) && !sent.unlicensed.includes(person.userid)
    return await settle(
      reached ? 'sent' : 'not-sent',
      reached ? null : 'not reachable in WeCom',
      sent.responseCode ?? null,
    )
  } catch (error) {
    if (error instanceof WecomError && SENT_BEFORE.has(error.errcode)) return settle('sent', null)
    // Stays in `trying`: the next look at this escalation tries it again under the same task id.
    if (mayPass(error)) {
      product.log.warn({ err: error }, 'card was not sent yet')
      return false
    }
    product.log.error({ err: error }, 'card was not sent')
    return settle('not-sent', 'WeCom refused the card')
  }
}

function cardOf(product: Product, row: EscalationRow, telling: Telling): TemplateCard {
  const urgent = row.urgency === 'urgent'
  const waited = Math.max(0, Math.floor((Date.parse(telling.at) - Date.parse(row.startedAt)) / 60_000))
  const clock = clockText(localMoment(row.startedAt, TEAM_TIME_ZONE).minuteOfDay)
  const programme = product.programmes.get(row.subject.programmeId).definition.name
  const appid = product.config.apps?.PHYSICIAN_APP_ID
  return {
    card_type: 'button_interaction',
    source: { desc: urgent ? '随行 · 危险信号' : '随行 · 有人在等', desc_color: urgent ? 2 : 1 },
    main_title: {
      title: urgent ? '一位患者说到危险信号' : '一位患者在等医护回复',
      desc: urgent ? '请现在就看，不方便请点「我来处理」并转给同事' : '打开「随行医生」回复',
    },
    horizontal_content_list: [
      { keyname: '项目', value: programme },
      { keyname: '开始', value: `${clock}（已等 ${waited} 分钟）` },
      { keyname: '为什么找您', value: telling.reason.zh },
    ],
    task_id: telling.taskId,
    ...(appid
      ? {
          card_action: {
            type: 2 as const,
            appid,
            pagepath: `pages/conversation/index?id=${encodeURIComponent(row.subject.conversationId)}`,
          },
        }
      : {}),
    button_list: [{ text: '我来处理', style: 1, key: 'take' }],
  }
}
