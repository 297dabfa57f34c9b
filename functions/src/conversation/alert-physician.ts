import type { StaffRow } from '@suixing/database'
import type { Product } from '../platform/product'

/** WeCom suppresses the same words for this long, so a message that is handled twice alerts once. */
const SUPPRESS_SECONDS = 1800

/**
 * Tells a physician in WeCom that a red flag waits. Names nobody and nothing (law 9): the mini-program shows who.
 * The hand-over itself is durable before; a message that does not go out is logged and changes nothing of it.
 */
export async function alertPhysician(product: Product, physician: StaffRow, waitingSince: string): Promise<void> {
  const { corp } = product.config
  if (!product.wecom || !corp || !physician.userid) return
  const time = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(waitingSince))
  const text = `随行：${time} 有一位患者说到危险信号，请现在打开「随行医生」查看。`
  try {
    await product.wecom.staffMessages.send({
      to: [physician.userid],
      agentid: Number(corp.WECOM_AGENT_ID),
      content: { msgtype: 'text', text: { content: text } },
      suppressRepeat: SUPPRESS_SECONDS,
    })
  } catch (error) {
    product.log.error({ err: error }, 'physician was not alerted of a red flag')
  }
}
