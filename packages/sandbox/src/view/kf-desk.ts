import { hours48, stateNow } from '../kf/session'
import type { Sandbox } from '../sandbox'
import type { ChatMessage } from '../world/chat'
import type { KfSession } from '../world/kf'

/** A session as the WeCom client shows it to a servicer. */
export interface DeskSession {
  openKfid: string
  user: string
  name: string
  /** `waiting` in the pool, `mine` served by this member, `past` ended or with a colleague, taken up before. */
  place: 'waiting' | 'mine' | 'past'
  /** The colleague who has it now; null when nobody has. */
  with: string | null
  since: number
  canReopen: boolean
  rejecting: boolean
  messages: ChatMessage[]
}

/** What one kf account is to a servicer. */
export interface KfDesk {
  openKfid: string
  name: string
  receiving: boolean
  paused: boolean
  colleagues: { userid: string; name: string; receiving: boolean }[]
  sessions: DeskSession[]
}

/** The kf accounts a member serves, with whom they can see there: the pool, their own, and their former sessions. */
export function kfDesk(sandbox: Sandbox, userid: string): KfDesk[] {
  const { world, clock } = sandbox
  const now = clock.now()
  const memberName = (of: string): string => world.members.find((one) => one.userid === of)?.name ?? of

  const seen = (session: KfSession): DeskSession | null => {
    const state = stateNow(session, now)
    const before = session.servicer === userid || (session.formerServicers ?? []).includes(userid)
    const mine = state === 3 && session.servicer === userid
    const place = mine ? 'mine' : state === 2 ? 'waiting' : before && state >= 3 ? 'past' : null
    if (place === null) return null
    const fresh = session.lastPatientAt !== null && now - session.lastPatientAt <= hours48
    return {
      openKfid: session.openKfid,
      user: session.user,
      name: world.users.find((one) => one.key === session.user)?.name ?? session.user,
      place,
      with: state === 3 && session.servicer !== null ? memberName(session.servicer) : null,
      since: session.activeAt,
      canReopen: place === 'past' && fresh,
      rejecting: (session.rejectedBy ?? null) !== null,
      messages: session.chat,
    }
  }

  return world.kfAccounts
    .filter((account) => !account.deleted && account.servicers.some((one) => one.userid === userid))
    .map((account) => {
      const self = account.servicers.find((one) => one.userid === userid)
      return {
        openKfid: account.openKfid,
        name: account.name,
        receiving: self?.receiving === true,
        paused: self?.receiving === false && self.stopType === 1,
        colleagues: account.servicers
          .filter((one) => one.userid !== userid)
          .map((one) => ({ userid: one.userid, name: memberName(one.userid), receiving: one.receiving })),
        sessions: world.kfSessions
          .filter((session) => session.openKfid === account.openKfid)
          .flatMap((session) => seen(session) ?? [])
          .sort((a, b) => a.since - b.since),
      }
    })
}
