import { named, shows, tap, timed, words } from '../on-screen'
import { WAIT_MS } from '../walk'
import type { Walk } from '../walk'
import { draw, footCare, meter } from './drawing'
import { card, chooses, drawn, heard, hears, kfChat, memberIn, patientIn, says, writes } from './phones'
import { api, patientToken } from './prepare'

/** The assistant answers what it knows. */
export async function assistantAnswers(walk: Walk): Promise<void> {
  const answerMs = await timed(
    () => says(walk, '餐后血糖多少算正常'),
    () => hears(walk, /「智能助手」[\s\S]*10\.0 mmol\/L/),
  )
  await walk.done('在微信里问，助手答', walk.portal, 'assistant', { answerMs })
}

/** Asked for a person, the assistant says who answers; that person gets a card in WeCom. */
export async function asksForPerson(walk: Walk): Promise<void> {
  await memberIn(walk, 'inbox')
  const handOverMs = await timed(
    () => says(walk, '转人工'),
    () => hears(walk, /已转给林致远主治医师/),
  )
  await card(walk).filter({ hasText: '一位患者在等医护回复' }).waitFor({ timeout: WAIT_MS })
  await walk.done('「转人工」：说清楚谁来回，医生的企业微信收到卡片', walk.portal, 'hand-over', { handOverMs })
  await memberIn(walk, 'app')
  const app = walk.app('physician')
  await shows(app, '王秀兰')
  await shows(app, /^转人工/)
  await walk.done('医生的消息：谁在等', walk.portal, 'inbox')
}

/** One tap on the card takes the conversation, and the card opens it. */
export async function takesOver(walk: Walk): Promise<void> {
  await memberIn(walk, 'inbox')
  await card(walk).getByTestId('card-button').click()
  await card(walk).getByTestId('card-replaced').filter({ hasText: '林致远已接手' }).waitFor({ timeout: WAIT_MS })
  await walk.done('点「我来处理」，卡片写上谁接手', walk.portal, 'taken')
  await card(walk).getByTestId('card-open').click()
  const app = walk.app('physician')
  await shows(app, '您在接待')
  await shows(app, /^女/)
  await shows(app, /微信客服 还可发 \d 条/)
  await walk.done('对话：上面是患者，下面是还能发几条', walk.portal, 'conversation')
}

/** A quick reply and a picture arrive in the patient's WeChat. */
export async function replies(walk: Walk): Promise<void> {
  const app = walk.app('physician')
  await named(app, '常用语').click()
  await tap(app, '多久了')
  const replyMs = await timed(
    () => named(app, '发送').click(),
    () => hears(walk, /林致远 主治医师：[\s\S]*多久了/),
  )
  const picture = await draw(walk, '看脚.png', footCare)
  await named(app, '更多').click()
  await chooses(walk, picture, () => tap(app, '图片'))
  await drawn(kfChat(walk).locator('[data-from="corp"]').getByTestId('image-message').last())
  await drawn(app.locator('.sx-part-image').locator('visible=true').last())
  await walk.ticked('reply')
  await walk.done('常用语和图片到了患者微信', walk.portal, 'reply', { replyMs })
}

/** What the patient photographs in WeChat stands in the conversation. */
export async function sendsPicture(walk: Walk): Promise<void> {
  const phone = walk.phone('patient')
  const picture = await draw(walk, '血糖仪.png', meter)
  await phone.getByTestId('composer-more').click()
  await chooses(walk, picture, () => phone.getByTestId('attach-panel').getByText('照片').click())
  await drawn(walk.app('physician').locator('.talk-line--patient .sx-part-image').locator('visible=true').last())
  await walk.done('患者在微信里发照片，医生这边看得到', walk.portal, 'patient-picture')
}

/** The mini-program shows the same conversation; words and a voice from there reach the physician, and the mark says that they were read. */
export async function sameInMiniProgram(walk: Walk): Promise<void> {
  await patientIn(walk, 'app')
  const app = walk.app('patient')
  await tap(app, '消息')
  await shows(app, '林致远 主治医师')
  await drawn(app.locator('.sx-part-image').locator('visible=true').last())
  await walk.done('小程序里是同一个对话', walk.portal, 'mini-program')
  await app.locator('textarea').locator('visible=true').last().fill('三四天了，晚上更麻。我说一下')
  await tap(app, '发送')
  await named(app, '说话').click()
  await tap(app, '点一下说')
  await shows(app, /^[2-9] 秒/)
  await tap(app, '说完了')
  await tap(app, '发送')
  const theirs = walk.app('physician')
  await shows(theirs, '三四天了，晚上更麻。我说一下')
  await theirs
    .locator('.talk-line--patient .sx-part-voice')
    .locator('visible=true')
    .last()
    .waitFor({ timeout: WAIT_MS })
  await named(app, '打字').click()
  await app
    .locator('.sx-message--patient', { has: app.locator('.sx-part-voice') })
    .filter({ hasText: '医护已看' })
    .waitFor({ timeout: WAIT_MS })
  await walk.done('患者说的话和语音到了，「医护已看」', walk.portal, 'voice')
}

const NOTE = '足背动脉门诊时查；先不改胰岛素'

/** A note among colleagues never reaches the patient. */
export async function writesNote(walk: Walk): Promise<void> {
  const app = walk.app('physician')
  await named(app, '更多').click()
  await tap(app, '内部备注')
  await writes(walk, NOTE, '记下备注')
  await shows(app, NOTE)
  await writes(walk, '先别用热水泡脚，周四来门诊，我给您查。')
  await shows(walk.app('patient'), /先别用热水泡脚/)
  const { messages } = await api(walk, 'GET', '/patient/messages', { token: await patientToken(walk) })
  const seen = `${JSON.stringify(messages)} ${await walk.phone('patient').innerText()} ${await walk.app('patient').locator('body').innerText()}`
  if (seen.includes(NOTE)) throw new Error('the patient sees an internal note')
  await walk.done('内部备注只有同事看得到', walk.portal, 'note')
}

/** Given back to the assistant, the patient is asked once how it was. */
export async function givesBack(walk: Walk): Promise<void> {
  await patientIn(walk, 'wechat')
  await says(walk, '好的，周四来。谢谢林医生')
  const app = walk.app('physician')
  await shows(app, '好的，周四来。谢谢林医生')
  await tap(app, '交还助手')
  await shows(app, '智能助手在回答')
  const menu = heard(walk, /这次的问题先聊到这里/)
  await menu.getByTestId('menu-item').filter({ hasText: '帮到我了' }).click({ timeout: WAIT_MS })
  await kfChat(walk)
    .locator('[data-from="patient"]')
    .filter({ hasText: '帮到我了' })
    .last()
    .waitFor({ timeout: WAIT_MS })
  await words(app, /帮到我了/).waitFor({ timeout: WAIT_MS })
  await walk.done('交还助手，患者点一下说帮没帮到', walk.portal, 'satisfaction')
}
