import { WecomError } from '@suixing/wecom'
import { fillText } from '../programme/fill-text'
import { coverMedia, forgetCover } from '../programme/cover-media'
import { entryKey, kfEntryUrl } from '../conversation/entry-link'
import { digestOf } from '../platform/identifier'
import type { Product } from '../platform/product'

export interface Welcome {
  readonly patientId: string
  readonly enrolmentId: string
  readonly programmeId: string
  readonly physicianId: string
  readonly welcomeCode: string
}

/**
 * Answers the welcome code: text, the card of the mini-program, the link of the 24-hour assistant.
 * Durable before the call; after a crash between call and outcome WeCom itself says whether it went out (41051), so trying again is safe.
 */
export async function welcomePatient(product: Product, welcome: Welcome): Promise<void> {
  const { wecom, config, repositories } = product
  if (!wecom) return
  const id = digestOf('welcome', welcome.welcomeCode)
  const tried = await repositories.welcomes.byId(id)
  if (tried && tried.state !== 'trying') return
  await repositories.welcomes.trying(id, welcome.enrolmentId, product.clock.instant())

  const { definition } = product.programmes.get(welcome.programmeId)
  const physician = await repositories.staff.byId(welcome.physicianId)
  const text = fillText(definition.welcome.text, {
    physicianName: physician?.name ?? definition.department,
    physicianTitle: physician?.title ?? '',
  })
  const link = await kfEntryUrl(product, welcome.patientId, welcome.programmeId)
  const attachments = [
    ...(config.apps
      ? [
          {
            msgtype: 'miniprogram' as const,
            miniprogram: {
              title: definition.welcome.cardTitle,
              pic_media_id: await coverMedia(product, definition.id),
              appid: config.apps.PATIENT_APP_ID,
              page: `pages/today/index?entry=${await entryKey(product, welcome.patientId, welcome.programmeId, 'mini-program')}`,
            },
          },
        ]
      : []),
    ...(link
      ? [
          {
            msgtype: 'link' as const,
            link: { title: definition.welcome.linkTitle, desc: definition.welcome.linkDescription, url: link },
          },
        ]
      : []),
  ]
  const { outcome } = await wecom.welcome
    .send({ welcome_code: welcome.welcomeCode, text: { content: text }, attachments })
    .catch((error: unknown) => {
      if (error instanceof WecomError && error.action === 'reupload') forgetCover(product, definition.id)
      throw error
    })
  if (outcome === 'other-app-sending') throw new Error('another app is sending the welcome')
  const wasSentBefore = outcome === 'already-welcomed' && tried?.state === 'trying'
  if (outcome === 'sent' || wasSentBefore) await repositories.welcomes.settle(id, 'sent', null)
  else await repositories.welcomes.settle(id, 'not-sent', outcome)
}
