import {
  routes,
  type FamilyMembers,
  type FamilySession,
  type MessageView,
  type PatientMessages,
} from '@suixing/contracts'
import type { FixtureConversation } from './fixture-conversation'
import { FixtureRefusal } from './fixture-refusal'

type Member = FamilyMembers['members'][number]

/** 王芳 is invited by `invite-1`; she is a member from her first sign-in until somebody removes her. */
export const createFixtureFamily = (talk: FixtureConversation) => {
  const wang: Member = { id: 'fm-1', name: '王芳', relation: '女儿', since: '2026-11-20T01:00:00.000Z' }
  const members: Member[] = [wang]
  const invited: { name: string; relation: string }[] = []
  const tokens = { given: 0, expired: 0 }
  const stands = (): Member => {
    const member = members.find(({ id }) => id === wang.id)
    if (!member) throw new FixtureRefusal('forbidden')
    if (tokens.expired === tokens.given) throw new FixtureRefusal('session-expired')
    return member
  }
  return {
    members,
    invited,
    list: (): FamilyMembers => ({ members }),
    remove(id: string): FamilyMembers {
      const at = members.findIndex((one) => one.id === id)
      if (at < 0) throw new FixtureRefusal('forbidden')
      members.splice(at, 1)
      return { members }
    },
    invite(body: unknown) {
      invited.push(routes.inviteFamily.body.parse(body))
      return { page: `pages/family/index?invite=invite-${invited.length + 1}`, expiresAt: '2026-12-01T01:00:00.000Z' }
    },
    signIn(body: unknown): FamilySession {
      const { invite } = routes.familySignIn.body.parse(body)
      if ((invite ?? 'invite-1') !== 'invite-1' || !members.includes(wang))
        throw new FixtureRefusal('identity-not-linked')
      tokens.given += 1
      return {
        token: `family-${tokens.given}`,
        expiresAt: '2026-12-24T01:00:00.000Z',
        patientName: '王秀兰',
        member: wang,
      }
    },
    read(query: URLSearchParams): PatientMessages {
      stands()
      return { ...talk.read(query), rate: null, replyTemplateId: null }
    },
    say(body: unknown): { message: MessageView } {
      const { name, relation } = stands()
      const { clientId, text } = routes.familySay.body.parse(body)
      const known = talk.said.find((one) => one.clientId === clientId)
      if (known) return { message: known }
      const author = { kind: 'family', name, relation } as const
      talk.hears({ id: `family-${talk.said.length}`, author, text, channel: 'miniChat', state: 'received', clientId })
      const message = talk.said[talk.said.length - 1]
      if (!message) throw new Error('nothing was said')
      return { message }
    },
    /** The session given last is over. */
    expire: () => void (tokens.expired = tokens.given),
  }
}

/** What the card 「外出吃饭怎么点」 opens. */
export const content = routes.patientContent.answer.parse({
  id: 'eating-out',
  title: '外出吃饭怎么点',
  text: '先点一份绿叶菜，再点一份鱼、虾或豆腐。\n\n主食要一小碗米饭就够，少点粥和面汤：煮得越烂，血糖升得越快。\n\n　喝白水或淡茶。席上有酒，请先问过医生。\n饭后两小时方便的话测一次，下回点菜心里就有数。',
  reviewedBy: '周宁',
  source: { title: '中国糖尿病防治指南（2024版）', year: 2024 },
})
