import { readFileSync } from 'node:fs'
import { createSandbox } from '../../src/create-sandbox'
import type { SandboxServer } from '../../src/create-sandbox'
import { demo } from '../../src/demo'
import { tintedPng } from './tinted-png'

/** A sandbox with its pages and just enough of a product behind it to fill them. */
export interface Scene {
  url: string
  server: SandboxServer
  /** What the product's API answers. */
  product: Product
  /** Makes the physician's contact code. */
  contactWay(): Promise<string>
  /** Sends the welcome to who has just been added. */
  welcome(): Promise<void>
  /** Writes into a patient's kf chat. */
  kfText(text: string): Promise<void>
  /** Asks in a patient's kf chat, with answers to tap. */
  kfMenu(head: string, answers: string[]): Promise<void>
  staffNotice(): Promise<void>
  /** Sends a member a card with two buttons; answers its response code. */
  staffCard(userid: string): Promise<string>
  /** Hands over the message/update_template_card of a product that was faster. */
  replaceCard(responseCode: string, name: string): Promise<void>
  /** Moves a patient's kf session, as the product does. */
  kfState(serviceState: number): Promise<void>
  tag(names: string[]): Promise<void>
  close(): Promise<void>
}

/** The product as far as the portal looks at it. */
export interface Product {
  signedIn: boolean
  /** Status of what POST /api/patient/… answers. */
  accepts: 200 | 409
  /** Status the mini-programs' pages answer. */
  appStatus: 200 | 502
  patients: { name: string; status: string; conversation: string | null; nextTouchpoint: string | null }[]
}

const app = demo.miniPrograms.patient
/** A plain cover of 520×416 in the brand's tint. */
const png = tintedPng(520, 416, [0xe3, 0xf1, 0xf3])

export async function openScene(options: { pages: string; app: string }): Promise<Scene> {
  const server = createSandbox({ pagesFolder: options.pages, mode: 'frozen' })
  let kfLink = ''
  const product: Product = { signedIn: false, accepts: 200, appStatus: 200, patients: [] }
  const page = (): Response =>
    product.appStatus !== 200
      ? new Response('away', { status: product.appStatus })
      : new Response(readFileSync(options.app), { headers: { 'content-type': 'text/html; charset=utf-8' } })
  server.app.get('/apps/patient/', page)
  server.app.get('/apps/physician/', page)
  server.app.get('/testing/kf-link', () => new Response(kfLink))
  server.app.get('/api/console/*', (asked) => {
    if (!product.signedIn) return asked.json({ code: 'not-signed-in' }, 401)
    return asked.json(
      asked.req.path.endsWith('/patients') ? { rows: product.patients } : { programmes: [{ id: 'p1' }] },
    )
  })
  server.app.post('/api/patient/*', (asked) => asked.json({}, product.accepts))
  server.app.get('/console/', (asked) => asked.html('<title>运营台</title><h1>运营台在此</h1>'))
  const url = `http://127.0.0.1:${await server.listen(0)}`
  const root = `${url}/wecom/cgi-bin`
  const { access_token: token } = (await (
    await fetch(`${root}/gettoken?corpid=${demo.corp.corpid}&corpsecret=${demo.corp.corpsecret}`)
  ).json()) as { access_token: string }

  const call = async (path: string, body: object | FormData): Promise<Record<string, unknown>> => {
    const form = body instanceof FormData
    const response = await fetch(`${root}/${path}${path.includes('?') ? '&' : '?'}access_token=${token}`, {
      method: 'POST',
      body: form ? body : JSON.stringify(body),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (answer['errcode'] !== 0) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const link = await call('kf/add_contact_way', { open_kfid: demo.kf.openKfid, scene: 'welcome' })
  kfLink = String(link['url'])

  return {
    url,
    server,
    product,
    async contactWay() {
      const way = await call('externalcontact/add_contact_way', {
        type: 1,
        scene: 2,
        state: 'p1-linzhiyuan',
        user: ['linzhiyuan'],
      })
      return String(way['config_id'])
    },
    async welcome() {
      const form = new FormData()
      form.append('media', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'cover.png')
      const media = await call('media/upload?type=image', form)
      await call('externalcontact/send_welcome_msg', {
        welcome_code: server.world.welcomeCodes.at(-1)?.code,
        text: {
          content:
            '您好，我是林致远医生团队的健康管理师周宁。出院后的血糖，我们陪您一起看。\n这个聊天由我本人看，工作日 8:30–17:30；急事请打 120。',
        },
        attachments: [
          {
            msgtype: 'miniprogram',
            miniprogram: {
              title: '点这里加入，大约 2 分钟',
              pic_media_id: media['media_id'],
              appid: app.appid,
              page: 'pages/today/index.html?entry=k1',
            },
          },
          {
            msgtype: 'link',
            link: {
              title: '有问题，问 24 小时智能助手',
              desc: '饮食、测糖、用药常识马上答；拿不准就转给人。',
              url: kfLink,
            },
          },
        ],
      })
    },
    async kfText(text) {
      const touser = server.world.users.find((one) => one.key === 'wangxiulan')?.kfExternalUserid
      await call('kf/send_msg', { touser, open_kfid: demo.kf.openKfid, msgtype: 'text', text: { content: text } })
    },
    async kfMenu(head, answers) {
      const touser = server.world.users.find((one) => one.key === 'wangxiulan')?.kfExternalUserid
      const list = answers.map((content, index) => ({ type: 'click', click: { id: `choice-${index}`, content } }))
      const msgmenu = { head_content: head, list }
      await call('kf/send_msg', { touser, open_kfid: demo.kf.openKfid, msgtype: 'msgmenu', msgmenu })
    },
    async staffNotice() {
      await call('message/send', {
        touser: 'linzhiyuan',
        agentid: demo.corp.agentid,
        msgtype: 'miniprogram_notice',
        miniprogram_notice: {
          appid: demo.miniPrograms.physician.appid,
          page: 'pages/patient/index?id=p1',
          title: '有人等您回复',
          description: '智能助手没有把握',
          content_item: [{ key: '等了', value: '2 分钟' }],
        },
      })
    },
    async staffCard(userid) {
      const sent = await call('message/send', {
        touser: userid,
        agentid: demo.corp.agentid,
        msgtype: 'template_card',
        template_card: {
          card_type: 'button_interaction',
          task_id: 'escalation-1',
          main_title: { title: '王女士在等人回复', desc: '智能助手没有把握，已转人工' },
          horizontal_content_list: [
            { keyname: '项目', value: '出院后血糖管理' },
            { keyname: '已等', value: '3 分钟' },
          ],
          card_action: { type: 2, appid: demo.miniPrograms.physician.appid, pagepath: 'pages/patient/index?id=p1' },
          button_list: [
            { text: '我来处理', style: 1, key: 'take' },
            { text: '转给同事', style: 2, key: 'pass' },
          ],
        },
      })
      return String(sent['response_code'])
    },
    async replaceCard(responseCode, name) {
      const button = { replace_name: name }
      await call('message/update_template_card', {
        agentid: demo.corp.agentid,
        response_code: responseCode,
        atall: 1,
        button,
      })
    },
    async kfState(service_state) {
      const external_userid = server.world.users.find((one) => one.key === 'wangxiulan')?.kfExternalUserid
      await call('kf/service_state/trans', { open_kfid: demo.kf.openKfid, external_userid, service_state })
    },
    async tag(names) {
      const made = await call('externalcontact/add_corp_tag', {
        group_name: '随行',
        tag: names.map((name) => ({ name })),
      })
      const { tag } = made['tag_group'] as { tag: { id: string }[] }
      await call('externalcontact/mark_tag', {
        userid: 'linzhiyuan',
        external_userid: server.world.users.find((one) => one.key === 'wangxiulan')?.externalUserid,
        add_tag: tag.map((one) => one.id),
      })
    },
    close: () => server.close(),
  }
}
