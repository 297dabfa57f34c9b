import * as z from 'zod'
import type { Sandbox } from '../sandbox'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { pushSent } from './subscribe-events'
import { checkTemplateValue } from './template-value'

const schema = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().default(''),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]) })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).default('formal'),
  lang: z.string().default('zh_CN'),
})

/** What a patient answered to wx.requestSubscribeMessage; an accept adds one sending. */
export function decide(
  sandbox: Sandbox,
  user: string,
  appid: string,
  templateId: string,
  decision: 'accept' | 'reject',
): number {
  const { world } = sandbox
  let credit = world.credits.find((one) => one.user === user && one.appid === appid && one.templateId === templateId)
  if (credit === undefined) {
    credit = { user, appid, templateId, left: 0, refused: false }
    world.credits.push(credit)
  }
  credit.refused = decision === 'reject'
  if (decision === 'accept') credit.left += 1
  const title = world.templates.find((one) => one.id === templateId)?.title ?? templateId
  const name = world.users.find((one) => one.key === user)?.name ?? user
  sandbox.feed.add('subscribe.decided', `${name}${decision === 'accept' ? '同意' : '拒绝'}接收「${title}」`, {
    user,
    templateId,
    left: credit.left,
  })
  return credit.left
}

/** What the settings say of a template that was asked for once; answers whether it was. Off, nothing is delivered. */
export function setAllowed(
  sandbox: Sandbox,
  user: string,
  appid: string,
  templateId: string,
  setting: 'accept' | 'reject',
): boolean {
  const credit = sandbox.world.credits.find(
    (one) => one.user === user && one.appid === appid && one.templateId === templateId,
  )
  if (credit === undefined) return false
  credit.refused = setting === 'reject'
  if (credit.refused) credit.left = 0
  sandbox.changed()
  return true
}

/** message/subscribe/send: one accept buys one sending; without one 43101. */
export const subscribeApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'cgi-bin/message/subscribe/send',
    access: 'miniProgram',
    handle({ sandbox, body, token }) {
      const { world, ids, clock } = sandbox
      const given = read(schema, body)
      const appid = token?.owner ?? ''
      const user = world.users.find((one) => one.openids[appid] === given.touser)
      if (user === undefined) throw new VendorError(40003)
      const template = world.templates.find((one) => one.id === given.template_id)
      if (template === undefined) throw new VendorError(40037)
      if (given.page.startsWith('/')) throw new VendorError(41030, given.page)
      const rows = template.keys.map((key) => {
        const value = given.data[key]?.value
        if (value === undefined || value === '') throw new VendorError(47003, `data.${key}.value is empty`)
        checkTemplateValue(key, String(value))
        return { key, value: String(value) }
      })
      const credit = world.credits.find(
        (one) => one.user === user.key && one.appid === appid && one.templateId === template.id,
      )
      if (credit === undefined || credit.left <= 0) throw new VendorError(43101)
      credit.left -= 1
      world.serviceNotices.push({
        user: user.key,
        message: {
          id: ids.next('notice', 20),
          at: clock.now(),
          from: 'corp',
          by: '服务通知',
          content: { type: 'template', title: template.title, appid, page: given.page, rows },
          readByPatient: false,
        },
      })
      sandbox.feed.add('subscribe.delivered', `${user.name}收到服务通知「${template.title}」`, {
        user: user.key,
        templateId: template.id,
      })
      pushSent(sandbox, user, appid, template.id)
      return {}
    },
  },
]
