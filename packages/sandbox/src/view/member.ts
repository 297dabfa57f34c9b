import type { Sandbox } from '../sandbox'
import { kfDesk } from './kf-desk'
import type { Member } from '../world/people'

const iso = (at: number): string => new Date(at).toISOString()

/** Everything a member's WeCom shows: inbox, customers with the tags of the pair, mass-send tasks. */
export function memberView(sandbox: Sandbox, member: Member): object {
  const { world } = sandbox
  const tags = new Map(world.tagGroups.flatMap((group) => group.tags.map((tag) => [tag.id, tag.name] as const)))
  return {
    member: { userid: member.userid, name: member.name, position: member.position, inScope: member.inScope },
    inbox: member.inbox,
    kf: kfDesk(sandbox, member.userid),
    customers: world.friendships
      .filter((one) => one.userid === member.userid)
      .map((one) => {
        const user = world.users.find((person) => person.key === one.user)
        return {
          user: one.user,
          name: user?.name ?? '',
          externalUserid: user?.externalUserid ?? null,
          status: one.status,
          since: iso(one.since),
          state: one.state,
          remark: one.remark,
          tags: one.tags.flatMap((id) => tags.get(id) ?? []),
          chat: one.chat,
        }
      }),
    massTasks: world.massTasks
      .filter((task) => task.senders.some((sender) => sender.userid === member.userid))
      .map((task) => ({
        msgid: task.msgid,
        createdAt: iso(task.createdAt),
        contents: task.contents,
        cancelled: task.cancelled,
        reminders: task.reminders.length,
        sent: task.senders.some((sender) => sender.userid === member.userid && sender.status === 2),
        targets: task.targets
          .filter((target) => target.userid === member.userid)
          .map((target) => ({
            user: target.user,
            name: world.users.find((one) => one.key === target.user)?.name ?? '',
            status: target.status,
          })),
      }))
      .reverse(),
  }
}
