import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { browserContext } from './browser'
import { openScene } from './scene'
import { tintedPng } from './tinted-png'

/** `node scripts/run.mjs packages/sandbox/pages/testing/shoot.ts FOLDER`: pictures of the built pages with a scene in them. */
async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'pictures')
  mkdirSync(folder, { recursive: true })
  const here = resolve('packages/sandbox')
  const scene = await openScene({ pages: join(here, 'dist/pages'), app: join(here, 'pages/testing/app.html') })
  const { browser, context } = await browserContext({ width: 375, height: 812, scale: 2 })
  try {
    const phone = await context.newPage()
    await phone.goto(`${scene.url}/pages/phone.html?user=wangxiulan`)
    const shoot = async (name: string): Promise<void> =>
      void (await phone.screenshot({ path: join(folder, `${name}.png`) }))
    await phone.getByTestId('chats-empty').waitFor()
    await shoot('chats-empty')
    await scene.contactWay()
    await phone.getByTestId('tab-scan').click()
    await phone.getByTestId('scan-code').waitFor()
    await shoot('scan')
    await phone.getByTestId('scan-code').click()
    await phone.getByText('你已添加了').waitFor()
    await scene.welcome()
    await phone.getByTestId('link-card').waitFor()
    await shoot('welcome')
    await phone.getByTestId('link-card').click()
    await phone.getByTestId('composer-text').fill('餐后血糖多少算正常')
    await phone.keyboard.press('Enter')
    await phone.getByText('餐后血糖多少算正常').waitFor()
    await scene.kfText(
      '「智能助手」\n多数 2 型糖尿病朋友，餐后 2 小时看 10.0 mmol/L 以下。您的目标在「血糖」页里。\n来源：江滨医院内分泌科',
    )
    await phone.getByTestId('composer-text').fill('我这两天脚有点麻，要紧吗')
    await phone.keyboard.press('Enter')
    await phone.getByTestId('message').nth(2).waitFor()
    await scene.kfText(
      '「智能助手」\n这个我拿不准，已转给林致远医生，他会在这里回您。\n脚破了、变色或很疼，请现在就打科室电话。',
    )
    await scene.staffNotice()
    await scene.tag(['长期管理', '餐后高'])
    await scene.server.control('advance', { by: '3m' })
    await scene.kfText('林致远 主治医师：\n脚麻多久了？周四门诊我给您查脚，这几天先别用热水泡。')
    await phone.getByText('脚麻多久了').waitFor()
    await shoot('assistant')
    const png = Buffer.from(tintedPng(360, 240, [0x8f, 0xb6, 0xbd]))
    for (const sent of [
      { msgtype: 'image', base64: png.toString('base64'), name: '脚.png' },
      { msgtype: 'voice', seconds: 7 },
      { msgtype: 'file', base64: png.toString('base64'), name: '出院小结.pdf' },
      { msgtype: 'location', latitude: 30.2, longitude: 120.2, name: '江滨医院门诊楼', address: '江滨市滨江路 1 号' },
    ])
      await scene.server.control('send', { user: 'wangxiulan', ...sent })
    await scene.server.control('recall', {
      user: 'wangxiulan',
      messageId: await scene.server
        .control('send', { user: 'wangxiulan', msgtype: 'text', text: '发错了' })
        .then((answer) => (answer as { messageId: string }).messageId),
    })
    await phone.getByText('撤回了一条消息').waitFor()
    await shoot('kinds')
    await scene.kfMenu('这次帮到您了吗？', ['满意', '一般', '不满意'])
    await phone.getByTestId('menu-card').waitFor()
    await phone.getByTestId('composer-more').click()
    await phone.getByTestId('attach-panel').waitFor()
    await shoot('panel')
    await phone.getByTestId('composer-voice').click()
    await shoot('talking')
    await phone.getByTestId('chat-back').click()
    await phone.getByTestId('chat-back').click()
    await phone.getByTestId('chat-row').first().waitFor()
    await shoot('chats')
    await phone.getByTestId('tab-mini-program').click()
    const app = phone.frameLocator('[data-testid=mini-program-frame]')
    await app.getByText('requestSubscribeMessage').first().click()
    await phone.getByTestId('subscribe-accept').waitFor()
    await shoot('subscribe')

    await phone.goto(`${scene.url}/pages/member.html?userid=linzhiyuan`)
    await phone.getByTestId('capsule-close').click()
    await phone.getByTestId('inbox-message').waitFor()
    await shoot('member-inbox')
    await phone.getByTestId('tab-customers').click()
    await phone.getByTestId('customer-tag').first().waitFor()
    await shoot('member-customers')

    await scene.server.control('callback-url', { url: 'http://127.0.0.1:9/none' })
    await scene.staffCard('linzhiyuan')
    await phone.getByTestId('tab-inbox').click()
    await phone.getByTestId('card-button').first().waitFor()
    await shoot('member-card')
    await scene.kfState(2)
    await phone.goto(`${scene.url}/pages/member.html?userid=zhouning`)
    await phone.getByTestId('capsule-close').click()
    await phone.getByTestId('tab-kf').click()
    await phone.getByTestId('kf-take').waitFor()
    await shoot('kf-desk')
    await phone.getByTestId('kf-take').click()
    await phone.getByTestId('composer-text').fill('我是周宁，照片我看到了')
    await phone.keyboard.press('Enter')
    await phone.getByText('照片我看到了').waitFor()
    await shoot('kf-session')

    const portal = await context.newPage()
    await portal.setViewportSize({ width: 1440, height: 900 })
    await portal.goto(`${scene.url}/`)
    await portal.getByTestId('feed-entry').first().waitFor()
    await portal.getByTestId('chat-row').first().click()
    await portal.getByText('脚麻多久了').waitFor()
    await portal.screenshot({ path: join(folder, 'portal.png') })
  } finally {
    await browser.close()
    await scene.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
