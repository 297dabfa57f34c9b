import { demo } from '../demo'
import type { Faults } from '../faults'
import { switchesSchema } from '../switches'
import type { Switches } from '../switches'
import type { ClockState } from '../clock/clock'
import type { Follower } from '../clock/followers'
import type { Push } from '../callbacks/push'
import type { FeedEntry } from '../view/feed'
import type { ContactWay } from '../wecom/contact-way'
import type { WelcomeCode } from '../wecom/welcome'
import type { TagGroup } from '../wecom/tag-library'
import type { ResponseCode } from '../cards/response-code'
import type { MassTask } from '../wecom/mass-task'
import type { LoginCode } from './login-code'
import type { AccessToken } from '../vendor/access-token'
import type { CallTallies } from '../vendor/call-tally'
import type { CallCount } from '../vendor/rate-limit'
import type { MessagePushUrl } from '../wechat/message-push'
import type { StoredMedia } from '../wecom/media'
import type { EventCode, KfAccount, KfSession } from './kf'
import type { Friendship, Member, WechatUser } from './people'
import type { ChatMessage } from './chat'
import { createIds } from './ids'
import { newUser } from './new-user'

/** Everything the sandbox knows: plain JSON, instants as milliseconds since the epoch. */
export interface World {
  format: 1
  seed: string
  version: number
  serials: Record<string, number>
  clock: ClockState
  callbackUrl: string | null
  trustedDomains: string[]
  switches: Switches
  faults: Faults
  followers: Follower[]
  tokens: AccessToken[]
  calls: Record<string, CallCount>
  tallies: CallTallies
  messagePushUrls: MessagePushUrl[]
  loginCodes: LoginCode[]
  members: Member[]
  users: WechatUser[]
  friendships: Friendship[]
  contactWays: ContactWay[]
  welcomeCodes: WelcomeCode[]
  tagGroups: TagGroup[]
  massTasks: MassTask[]
  kfAccounts: KfAccount[]
  kfSessions: KfSession[]
  kfTokens: { token: string; openKfid: string; expiresAt: number }[]
  eventCodes: EventCode[]
  /** Messages by the task_id of their card; an id is taken for ever. */
  cardTasks: Record<string, string>
  responseCodes: ResponseCode[]
  /** Requests of message/send that asked for repeats to be suppressed, by what they said. */
  suppressed: Record<string, number>
  media: StoredMedia[]
  templates: { id: string; title: string; keys: string[] }[]
  credits: { user: string; appid: string; templateId: string; left: number; refused: boolean }[]
  serviceNotices: { user: string; message: ChatMessage }[]
  pushes: Push[]
  feed: FeedEntry[]
}

/** The demo world at its first instant. */
export function freshWorld(seed: string): World {
  const serials: Record<string, number> = {}
  const ids = createIds(seed, serials)
  const start = Date.parse(demo.firstInstant)
  return {
    format: 1,
    seed,
    version: 1,
    serials,
    clock: { at: start, mode: 'running' },
    callbackUrl: null,
    trustedDomains: [],
    switches: switchesSchema.parse({}),
    faults: {},
    followers: [],
    tokens: [],
    calls: {},
    tallies: {},
    messagePushUrls: [],
    loginCodes: [],
    members: demo.members.map((member) => ({ ...member, inScope: true, inbox: [] })),
    users: demo.users.map((user) => newUser(ids, user)),
    friendships: [],
    contactWays: [],
    welcomeCodes: [],
    tagGroups: [
      {
        id: `et${ids.of('tag-group', '客户等级', 30)}`,
        name: '客户等级',
        createdAt: start,
        order: 0,
        byApp: false,
        tags: ['一般', '重要', '核心'].map((name) => ({
          id: `et${ids.of('tag', name, 30)}`,
          name,
          createdAt: start,
          order: 0,
        })),
      },
    ],
    massTasks: [],
    kfAccounts: [
      {
        openKfid: demo.kf.openKfid,
        name: demo.kf.name,
        mediaId: '',
        deleted: false,
        servicers: demo.kf.servicers.map((userid) => ({ userid, receiving: true })),
        links: [],
        log: [],
        lastSeq: 0,
        msgids: {},
      },
    ],
    kfSessions: [],
    kfTokens: [],
    eventCodes: [],
    cardTasks: {},
    responseCodes: [],
    suppressed: {},
    media: [],
    templates: demo.templates.map((template) => ({ ...template, keys: [...template.keys] })),
    credits: [],
    serviceNotices: [],
    pushes: [],
    feed: [],
  }
}
