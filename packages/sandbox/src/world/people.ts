import type { TemplateCard } from '../cards/card'
import type { ChatMessage } from './chat'

/** A WeCom member. `inScope`: visible to the self-built app. */
export interface Member {
  userid: string
  name: string
  position: string
  inScope: boolean
  inbox: InboxMessage[]
}

/** An application message in a member's WeCom inbox. */
export interface InboxMessage {
  id: string
  at: number
  content:
    | { type: 'text'; text: string }
    | { type: 'textcard'; title: string; description: string; url: string; button: string }
    | {
        type: 'miniprogram_notice'
        title: string
        description: string
        appid: string
        page: string
        items: { key: string; value: string }[]
      }
    | { type: 'markdown'; text: string }
    /** `replaced`: what stands greyed out where the buttons were. */
    | { type: 'template_card'; card: TemplateCard; replaced: string | null }
    | { type: 'recalled' }
}

/** A person's WeChat. `externalUserid` appears with the first friendship, `kfExternalUserid` with the first kf contact. */
export interface WechatUser {
  key: string
  name: string
  gender: number
  unionid: string
  openids: Record<string, string>
  externalUserid: string | null
  kfExternalUserid: string | null
}

/** What one member and one customer are to each other. Tags belong to this pair (W:92118). */
export interface Friendship {
  userid: string
  user: string
  status: 'half' | 'friend' | 'leftByPatient' | 'leftByMember'
  since: number
  addWay: number
  state: string
  configId: string | null
  remark: string
  description: string
  remarkCorpName: string
  mobiles: string[]
  tags: string[]
  chat: ChatMessage[]
}
