import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { living } from '../wecom/people'
import type { ChatMessage } from '../world/chat'
import type { WechatUser } from '../world/people'

const iso = (at: number): string => new Date(at).toISOString()

/** One chat of a phone. `id` is what say, tap and read take. */
export interface ViewedChat {
  id: string
  kind: 'staff' | 'kf' | 'service'
  title: string
  subtitle: string
  corpName: string | null
  userid: string | null
  openKfid: string | null
  unread: number
  lastAt: string | null
  /** Whether the patient can still write here. */
  open: boolean
  messages: ChatMessage[]
}

function viewed(chat: ChatMessage[], rest: Omit<ViewedChat, 'messages' | 'unread' | 'lastAt'>): ViewedChat {
  const last = chat.at(-1)
  return {
    ...rest,
    unread: chat.filter((message) => !message.readByPatient).length,
    lastAt: last === undefined ? null : iso(last.at),
    messages: chat,
  }
}

/** Everything a patient's WeChat shows. */
export function phoneView(sandbox: Sandbox, user: WechatUser): object {
  const { world } = sandbox
  const staff = world.friendships
    .filter((one) => one.user === user.key)
    .map((one) => {
      const member = world.members.find((member) => member.userid === one.userid)
      return viewed(one.chat, {
        id: `staff:${one.userid}`,
        kind: 'staff',
        title: member?.name ?? one.userid,
        subtitle: member?.position ?? '',
        corpName: demo.corp.name,
        userid: one.userid,
        openKfid: null,
        open: living(one),
      })
    })
  const kf = world.kfSessions
    .filter((one) => one.user === user.key)
    .map((one) =>
      viewed(one.chat, {
        id: `kf:${one.openKfid}`,
        kind: 'kf',
        title: world.kfAccounts.find((account) => account.openKfid === one.openKfid)?.name ?? '',
        subtitle: '微信客服',
        corpName: demo.corp.name,
        userid: null,
        openKfid: one.openKfid,
        open: true,
      }),
    )
  const notices = world.serviceNotices.filter((one) => one.user === user.key).map((one) => one.message)
  const service =
    notices.length === 0
      ? []
      : [
          viewed(notices, {
            id: 'service',
            kind: 'service',
            title: '服务通知',
            subtitle: '',
            corpName: null,
            userid: null,
            openKfid: null,
            open: false,
          }),
        ]
  const chats = [...staff, ...kf, ...service].sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))
  return {
    user: {
      key: user.key,
      name: user.name,
      gender: user.gender,
      unionid: user.unionid,
      openids: user.openids,
    },
    unread: chats.reduce((sum, chat) => sum + chat.unread, 0),
    chats,
    contacts: world.friendships
      .filter((one) => one.user === user.key && living(one))
      .map((one) => {
        const member = world.members.find((member) => member.userid === one.userid)
        return {
          userid: one.userid,
          name: member?.name ?? one.userid,
          position: member?.position ?? '',
          since: iso(one.since),
          half: one.status === 'half',
        }
      }),
    subscriptions: world.credits
      .filter((one) => one.user === user.key)
      .map(({ appid, templateId, left, refused }) => ({
        appid,
        templateId,
        title: world.templates.find((template) => template.id === templateId)?.title ?? '',
        left,
        refused,
      })),
  }
}
