import { named, shows, tap, timed, words } from '../on-screen'
import { WAIT_MS } from '../walk'
import type { Walk } from '../walk'
import { card, hears, kfChat, member, memberIn, patientIn, says, writes } from './phones'
import { control } from './prepare'

/** 23:00 on the day of the walk, and 58 hours later in the morning. */
const NIGHT = '2026-11-23T15:00:00.000Z'
const DAYS_LATER = '2026-11-26T01:00:00.000Z'

/** A red flag at night: safe words at once, and a card to who is on call. */
export async function redFlag(walk: Walk): Promise<void> {
  await control(walk, 'advance', { to: NIGHT })
  await member(walk, 'chensiyuan')
  await memberIn(walk, 'inbox')
  const redFlagMs = await timed(
    () => says(walk, '胸口痛出汗'),
    () => hears(walk, /您说的情况要紧/),
  )
  await card(walk).filter({ hasText: '一位患者说到危险信号' }).waitFor({ timeout: WAIT_MS })
  await walk.done('夜里 23 点说胸口痛：马上有话，值班的陈思远马上收到', walk.portal, 'red-flag', { redFlagMs })
}

/** Waiting, the patient lets WeChat tell of the reply; the on-call physician takes it and answers. */
export async function onCallAnswers(walk: Walk): Promise<void> {
  await patientIn(walk, 'app')
  const app = walk.app('patient')
  // Not 「明天有人看」: a red flag does not wait for the morning.
  await shows(app, /^已转给[^，]+，(刚刚|等了)/)
  await tap(app, '有回复时微信提醒我')
  const phone = walk.phone('patient')
  await phone.getByTestId('subscribe-sheet').waitFor({ timeout: WAIT_MS })
  await walk.done('等的时候，患者允许提醒一次', walk.portal, 'subscribe')
  await phone.getByTestId('subscribe-accept').click()
  await shows(app, '好的，有回复时微信会告诉您。')
  await patientIn(walk, 'wechat')
  await card(walk).getByTestId('card-button').click()
  await card(walk).getByTestId('card-replaced').filter({ hasText: '陈思远已接手' }).waitFor({ timeout: WAIT_MS })
  await card(walk).getByTestId('card-open').click()
  await shows(walk.app('physician'), '您在接待')
  await writes(walk, '我是值班的陈思远。请坐下别走动，现在就打 120，我在电话边。')
  await hears(walk, /陈思远 副主任医师：[\s\S]*我在电话边/)
  await walk.done('陈思远接手，回到患者微信', walk.portal, 'on-call')
}

/** After 48 hours kf is closed: the composer says so, and a reply goes to the mini-program with a service notice. */
export async function closedWindow(walk: Walk): Promise<void> {
  await control(walk, 'advance', { to: DAYS_LATER })
  await member(walk, 'linzhiyuan')
  await memberIn(walk, 'app')
  const theirs = walk.app('physician')
  await tap(theirs, /^全部/)
  await tap(theirs, '王秀兰')
  await shows(theirs, /会发到小程序聊天，并用订阅消息通知患者/)
  await walk.done('两天多后：微信客服发不了，写之前就说清楚', walk.portal, 'closed-window')
  await writes(walk, '胸口还疼吗？急诊的小结拍一张给我，今天上午我在门诊。')
  // The first stands until the host's page brings the message itself.
  await shows(theirs, /^(已发到小程序，已通知患者|患者未读)$/)
  const phone = walk.phone('patient')
  await phone.getByTestId('chat-back').click()
  await phone.locator('[data-testid="chat"][data-kind="staff"]').waitFor({ timeout: WAIT_MS })
  await phone.getByTestId('chat-back').click()
  await phone.locator('[data-testid="chat-row"][data-kind="service"]').click({ timeout: WAIT_MS })
  await phone.getByTestId('template-card').waitFor({ timeout: WAIT_MS })
  await walk.done('回复进小程序，微信弹服务通知', walk.portal, 'service-notice')
  await phone.getByTestId('template-card').click()
  await shows(walk.app('patient'), /胸口还疼吗/)
  await walk.done('点开通知就是这条回复', walk.portal, 'notice-opens')
}

/** What a patient takes back is taken back everywhere. */
export async function recalls(walk: Walk): Promise<void> {
  await patientIn(walk, 'wechat')
  const phone = walk.phone('patient')
  await phone.getByTestId('chat-back').click()
  await phone.locator('[data-testid="chat-row"][data-kind="kf"]').click()
  const wrong = '妈，晚上吃饺子'
  await says(walk, wrong)
  const theirs = walk.app('physician')
  await shows(theirs, wrong)
  await kfChat(walk).locator('[data-from="patient"]').filter({ hasText: wrong }).last().click({ button: 'right' })
  await phone.getByTestId('recall').click()
  await shows(theirs, '王秀兰撤回了一条消息')
  if ((await words(theirs, wrong).count()) > 0) throw new Error('what was taken back is still shown')
  await named(theirs, '发送').waitFor({ timeout: WAIT_MS })
  await walk.done('患者撤回，医生这边也不再显示', walk.portal, 'recall')
}
