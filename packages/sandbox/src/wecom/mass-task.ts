import type { Content } from '../world/chat'

/** A mass-send task: members confirm, then each target gets its result (W:92135, W:93338). */
export interface MassTask {
  msgid: string
  createdAt: number
  contents: Content[]
  text: string
  attachments: unknown[]
  cancelled: boolean
  reminders: number[]
  /** `status` of a member: 0 unsent, 2 sent. */
  senders: { userid: string; status: 0 | 2; sentAt: number | null }[]
  /** `status` of a target: 0 unsent, 1 sent, 2 not a friend, 3 already got other mass messages. */
  targets: { user: string; userid: string; status: 0 | 1 | 2 | 3; sentAt: number | null }[]
}
