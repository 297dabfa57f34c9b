import type { Sandbox } from '../sandbox'
import type { Content } from '../world/chat'
import type { Friendship } from '../world/people'
import { living } from './people'

/** A mass-send task: members confirm, then each target gets its result (W:92135, W:93338). */
export interface MassTask {
  msgid: string
  createdAt: number
  contents: Content[]
  text: unknown
  attachments: unknown[]
  /** Whether the member may leave targets out when confirming. */
  allowSelect: boolean
  cancelled: boolean
  reminders: number[]
  /** `status` of a member: 0 unsent, 2 sent. */
  senders: { userid: string; status: 0 | 2; sentAt: number | null }[]
  /** `status` of a target: 0 unsent, 1 sent, 2 not a friend, 3 already got other mass messages. */
  targets: { user: string; userid: string; status: 0 | 1 | 2 | 3; sentAt: number | null }[]
}

const hours8 = 8 * 3_600_000

/** Year and month on the wall in China, and how many days that month has: the quota of a customer. */
function month(at: number): { key: string; days: number } {
  const wall = new Date(at + hours8)
  const days = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate()
  return { key: `${wall.getUTCFullYear()}-${wall.getUTCMonth()}`, days }
}

function quotaLeft(sandbox: Sandbox, user: string): boolean {
  const { key, days } = month(sandbox.clock.now())
  const got = sandbox.world.massTasks
    .flatMap((task) => task.targets)
    .filter((target) => target.user === user && target.status === 1 && target.sentAt !== null)
    .filter((target) => month(target.sentAt ?? 0).key === key)
  return got.length < days
}

/** The member who last had to do with a customer: only that one's friendship carries a mass message. */
export function lastInTouch(friendships: readonly Friendship[]): Friendship | undefined {
  const at = (one: Friendship): number => one.chat.at(-1)?.at ?? one.since
  return friendships.filter(living).sort((a, b) => at(b) - at(a))[0]
}

/** A member confirms a task: what each target gets, is a friend and has quota left or not. */
export function confirmTask(sandbox: Sandbox, task: MassTask, userid: string, leaveOut: readonly string[]): void {
  const { world, clock, ids, feed } = sandbox
  const member = world.members.find((one) => one.userid === userid)
  for (const target of task.targets.filter((one) => one.userid === userid && !leaveOut.includes(one.user))) {
    const friendship = world.friendships.find((one) => one.userid === userid && one.user === target.user && living(one))
    if (friendship === undefined) target.status = 2
    else if (!quotaLeft(sandbox, target.user)) target.status = 3
    else {
      Object.assign(target, { status: 1, sentAt: clock.now() })
      for (const content of task.contents) {
        const id = ids.next('chat-message', 20)
        friendship.chat.push({
          id,
          at: clock.now(),
          from: 'corp',
          by: member?.name ?? userid,
          content,
          readByPatient: false,
        })
      }
    }
  }
  const sender = task.senders.find((one) => one.userid === userid)
  if (sender !== undefined) Object.assign(sender, { status: 2, sentAt: clock.now() })
  const sent = task.targets.filter((one) => one.userid === userid && one.status === 1).length
  feed.add('mass.confirmed', `${member?.name ?? userid}确认群发，送达 ${sent} 人`, { msgid: task.msgid, userid, sent })
}
