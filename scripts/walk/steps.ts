import { field, shows, tap, timed } from './on-screen'
import { openConsole, signIn } from './sign-in'
import { WAIT_MS } from './walk'
import type { Walk } from './walk'

/** 1. The console: staff sign-in through WeCom, the programme, the contact QR of a physician. */
export async function contactCode(walk: Walk): Promise<void> {
  const page = await walk.options.context.newPage()
  walk.console = page
  await page.goto(`${walk.options.url}/console/`)
  await signIn(page)
  await shows(page, '2型糖尿病院外管理')
  await page.getByRole('button', { name: '为医生生成联系码' }).first().click()
  await page.getByRole('radio', { name: /林致远/ }).check({ timeout: WAIT_MS })
  await page.getByRole('button', { name: '生成联系码', exact: true }).click()
  await page.locator('img[src*="qr"], img[alt*="林致远"]').first().waitFor({ timeout: WAIT_MS })
  await page.locator('.ant-message-notice').waitFor({ state: 'detached', timeout: WAIT_MS })
  await walk.done('运营台生成林致远的联系码', page, 'contact-code')
}

/** 2. The patient scans; the welcome comes with card and link. */
export async function welcome(walk: Walk): Promise<void> {
  walk.portal = await walk.options.context.newPage()
  await walk.portal.goto(walk.options.url)
  const phone = walk.phone('patient')
  await phone.getByTestId('tab-scan').click()
  const milliseconds = await timed(
    () => phone.getByTestId('scan-code').first().click(),
    () => phone.getByTestId('link-card').waitFor({ timeout: WAIT_MS }),
  )
  await walk.done('患者扫码，收到欢迎、小程序卡片和助手链接', walk.portal, 'welcome', { welcomeMs: milliseconds })
}

/** 3. Consent, profile and preferences in the mini-program; tags and touchpoints in the console. */
export async function enrol(walk: Walk): Promise<void> {
  const phone = walk.phone('patient')
  await phone.getByTestId('mini-program-card').click()
  const app = walk.app('patient')
  await tap(app, '加入')
  await shows(app, /^加入前，请看/)
  await tap(app, '同意这样使用我的健康信息')
  await walk.done('看懂同意书', walk.portal, 'consent')
  await tap(app, '同意并加入')
  await tap(app, '傍晚')
  await tap(app, '微信消息')
  await app.locator('.sx-stepper__button, .sx-stepper__less').locator('visible=true').first().click()
  await app.locator('.sx-switch').locator('visible=true').first().click()
  await app.locator('.enrol-family__name input').locator('visible=true').fill('李敏')
  await walk.done('选时间、渠道、确诊年份和家人', walk.portal, 'preferences')
  await tap(app, '下一步')
  await tap(app, '打胰岛素')
  const milliseconds = await timed(
    () => tap(app, '完成加入'),
    () => shows(app, '您已加入随行'),
  )
  await walk.done('加入', walk.portal, 'enrolled', { enrolMs: milliseconds })

  await openPatient(walk)
  await shows(walk.console, '用胰岛素')
  await shows(walk.console, /餐后测一次血糖/)
  await walk.done('运营台：标签带出处，计划排好两个触点', walk.console, 'console-enrolled')

  const { portal } = walk
  await portal.bringToFront()
  await portal.getByTestId('slot-physician-inbox').click()
  await portal.getByTestId('tab-customers').click()
  await portal.getByTestId('customer-tag').filter({ hasText: '用胰岛素' }).waitFor({ timeout: WAIT_MS })
  await walk.done('企业微信一侧也打上了标签', portal, 'wecom-tags')
  await portal.getByTestId('slot-physician-app').click()
}

async function openPatient(walk: Walk): Promise<void> {
  await openConsole(walk, '/patients', '王秀兰')
  await walk.console.getByText('王秀兰').first().click({ timeout: WAIT_MS })
}

async function ask(walk: Walk, question: string, answer: RegExp): Promise<number> {
  const phone = walk.phone('patient')
  const chat = phone.locator('[data-testid="chat"][data-kind="kf"]')
  // The chat with the physician has a composer too: only the assistant's counts.
  await chat.waitFor({ timeout: WAIT_MS })
  await phone.getByTestId('composer-text').fill(question, { timeout: WAIT_MS })
  return timed(
    () => phone.getByTestId('composer-send').click({ timeout: WAIT_MS }),
    () => chat.getByTestId('message').filter({ hasText: answer }).last().waitFor({ timeout: WAIT_MS }),
  )
}

/** 4. The assistant answers what it knows and hands over what it does not. */
export async function askAssistant(walk: Walk): Promise<void> {
  const app = walk.app('patient')
  await tap(app, '去看今天')
  await walk
    .phone('patient')
    .getByTestId('slot-patient-wechat')
    .or(walk.portal.getByTestId('slot-patient-wechat'))
    .first()
    .click()
  const phone = walk.phone('patient')
  if (await phone.getByTestId('chat-row').first().isVisible()) await phone.getByTestId('chat-row').first().click()
  await phone.getByTestId('link-card').click()
  await phone.getByTestId('message').filter({ hasText: '我是随行助手' }).first().waitFor({ timeout: WAIT_MS })
  const known = await ask(walk, '餐后血糖多少算正常', /「智能助手」[\s\S]*10\.0 mmol\/L/)
  await walk.done('智能助手答得上', walk.portal, 'assistant', { answerMs: known })
  const unknown = await ask(walk, '我这两天脚有点麻，要紧吗', /已转给林致远主治医师/)
  await walk.done('拿不准，转给人并说清楚', walk.portal, 'hand-over', { handOverMs: unknown })
}

/** 5. The physician sees who waits, reads the timeline and replies; the reply arrives in the patient's WeChat. */
export async function physicianReplies(walk: Walk): Promise<void> {
  const app = walk.app('physician')
  await shows(app, '王秀兰')
  await walk.done('医生的小程序：谁在等', walk.portal, 'physician-list')
  await tap(app, '患者')
  await tap(app, '王秀兰')
  await shows(app, /署名 林致远/)
  await walk.done('时间线', walk.portal, 'physician-timeline')
  await field(app).fill('脚麻多久了？周四门诊我给您查脚，这几天先别用热水泡。')
  const arrives = walk
    .phone('patient')
    .getByTestId('message')
    .filter({ hasText: /林致远 主治医师：/ })
    .last()
  const milliseconds = await timed(
    () =>
      app.locator('.composer__send, [aria-label="发送"], .sx-composer__send').locator('visible=true').last().click(),
    () => arrives.waitFor({ timeout: WAIT_MS }),
  )
  await walk.ticked('reply')
  await walk.done('回复到了患者微信', walk.portal, 'reply', { replyMs: milliseconds })
}

/** 6. The clock moves; the follow-up comes by itself in the preferred hour; the answer is noted; after opting out the next one is skipped. */
export async function followUp(walk: Walk): Promise<void> {
  const { portal } = walk
  const idle = portal.locator('[data-testid="clock"][aria-busy="false"], [data-testid="clock"]:not([aria-busy="true"])')
  await portal.getByTestId('advance-day').click()
  await idle.waitFor({ timeout: WAIT_MS })
  await openPatient(walk)
  await shows(walk.console, /患者选了 17:30–19:30 联系/)
  await walk.done('第二天早上到点：推迟到她选的傍晚', walk.console, 'deferred')
  await portal.bringToFront()
  await portal.getByTestId('advance-next').click()
  const arrived = walk.phone('patient').getByTestId('message').filter({ hasText: '回家第一天' }).last()
  await arrived.waitFor({ timeout: WAIT_MS })
  await walk.done('随访在 17:30 自己来', portal, 'follow-up')
  await ask(walk, '测了，早上 6.8，没有不舒服', /没有不舒服/)
  await openPatient(walk)
  await shows(walk.console, /已回应/)
  await walk.console.locator('.touchpoint-head').filter({ hasText: '第一次随访' }).click({ timeout: WAIT_MS })
  await shows(walk.console, /到点/)
  await walk.done('运营台：每一步的时间和原因', walk.console, 'history')

  await portal.bringToFront()
  await portal.getByTestId('slot-patient-app').click()
  const app = walk.app('patient')
  await tap(app, '我的')
  const reminders = app.locator('.sx-switch[aria-label*="提醒"]').locator('visible=true').first()
  await reminders.click({ timeout: WAIT_MS })
  await app.locator('.sx-switch[aria-label*="提醒"][aria-checked="false"]').first().waitFor({ timeout: WAIT_MS })
  await walk.done('患者关掉一类消息', portal, 'opt-out')
  await portal.getByTestId('advance-day').click()
  await idle.waitFor({ timeout: WAIT_MS })
  await openPatient(walk)
  await shows(walk.console, /患者退订了/)
  await walk.done('下一个触点跳过，并说明原因', walk.console, 'skipped')
}

/** 7. Real data: a Libre export by the patient, a 5-minute CGM file by the console; both see trend and time in range. */
export async function importGlucose(walk: Walk): Promise<void> {
  const { files } = walk.options
  const app = walk.app('patient')
  await walk.portal.bringToFront()
  await tap(app, '血糖')
  const chooser = walk.portal.waitForEvent('filechooser', { timeout: WAIT_MS })
  await tap(app, '导入文件')
  await (await chooser).setFiles(files.libre)
  await shows(app, /^收下 \d+ 条$/)
  await walk.done('先看报告：收下、重复、不能收', walk.portal, 'import-preview')
  await tap(app, /^收下 \d+ 条$/)
  await shows(app, /已收下 \d+ 条/)
  await tap(app, '去看血糖')
  await shows(app, /次里有/)
  await walk.done('患者看到趋势和目标内次数', walk.portal, 'patient-glucose')

  await openPatient(walk)
  await tap(walk.console, '导入血糖文件')
  await walk.console.locator('input[type="file"]').setInputFiles(files.cgm)
  const take = walk.console.getByRole('button', { name: /^导入 [\d,]+ 个读数$/ })
  await take.waitFor({ timeout: WAIT_MS })
  await walk.console.getByLabel('数据出处').fill('AZT1D，Khamesian 等，doi:10.17632/gk9m674wcx.1，CC BY 4.0')
  await walk.done('运营台：5 分钟动态血糖，先看报告', walk.console, 'console-import')
  const milliseconds = await timed(
    () => take.click(),
    () => walk.console.getByRole('button', { name: '完成' }).waitFor({ timeout: 60_000 }),
  )
  await walk.console.getByRole('button', { name: '完成' }).click()
  await shows(walk.console, /动态 · [\d,]+ 个读数/)
  await walk.console.locator('#glucose').scrollIntoViewIfNeeded()
  await walk.done('运营台看到走势和目标内时间', walk.console, 'console-glucose', { importMs: milliseconds })
  await walk.portal.bringToFront()
  await shows(walk.app('physician'), /目标内 [\d,]+ \/ [\d,]+ 个读数/)
  await walk.done('医生看到动态血糖图', walk.portal, 'physician-glucose')
}
