import type { Locator } from 'playwright-core'
import { field, named } from '../on-screen'
import { WAIT_MS } from '../walk'
import type { Walk } from '../walk'
import type { Drawing } from './drawing'

/** The patient's chat with the assistant and the team in WeChat. */
export const kfChat = (walk: Walk): Locator => walk.phone('patient').locator('[data-testid="chat"][data-kind="kf"]')

/** A message from the team or the assistant that stands in that chat. */
export const heard = (walk: Walk, text: RegExp): Locator =>
  kfChat(walk).locator('[data-from="corp"]').filter({ hasText: text }).last()
export const hears = (walk: Walk, text: RegExp): Promise<void> => heard(walk, text).waitFor({ timeout: WAIT_MS })

/** The patient writes in WeChat. */
export async function says(walk: Walk, text: string): Promise<void> {
  const phone = walk.phone('patient')
  await kfChat(walk).waitFor({ timeout: WAIT_MS })
  await phone.getByTestId('composer-text').fill(text, { timeout: WAIT_MS })
  await phone.getByTestId('composer-send').click({ timeout: WAIT_MS })
}

/** Shows WeChat or the mini-program on the patient's phone. */
export const patientIn = (walk: Walk, where: 'wechat' | 'app'): Promise<void> =>
  walk.portal.getByTestId(`slot-patient-${where}`).click()
/** Shows the mini-program or WeCom's messages on the member's phone. */
export const memberIn = (walk: Walk, where: 'app' | 'inbox'): Promise<void> =>
  walk.portal.getByTestId(`slot-physician-${where}`).click()
/** Puts another member's phone on the right. */
export async function member(walk: Walk, userid: string): Promise<void> {
  await walk.portal.getByTestId('slot-physician-owner').selectOption(userid)
  await walk.portal.getByTestId(`member-${userid}`).waitFor({ timeout: WAIT_MS })
}

/** The newest card of the product in the member's WeCom. */
export const card = (walk: Walk): Locator => walk.phone('physician').getByTestId('template-card').last()

/** The member writes in the open conversation: a message to the patient, or a note to colleagues. */
export async function writes(walk: Walk, text: string, as: '发送' | '记下备注' = '发送'): Promise<void> {
  const app = walk.app('physician')
  await field(app).fill(text, { timeout: WAIT_MS })
  await named(app, as).click({ timeout: WAIT_MS })
}

/** Does what opens the file chooser, and chooses. */
export async function chooses(walk: Walk, drawing: Drawing, open: () => Promise<void>): Promise<void> {
  const chooser = walk.portal.waitForEvent('filechooser', { timeout: WAIT_MS })
  await open()
  await (await chooser).setFiles(drawing)
}

/** Waits until a picture is not only there but drawn. */
export async function drawn(picture: Locator): Promise<void> {
  await picture.waitFor({ timeout: WAIT_MS })
  const img = await picture.elementHandle()
  await (
    await img?.ownerFrame()
  )?.waitForFunction(
    (of) => [of, ...(of?.querySelectorAll('img') ?? [])].some((one) => (one as HTMLImageElement).naturalWidth > 0),
    img,
    { timeout: WAIT_MS },
  )
}
