import { useSyncExternalStore } from 'react'
import { platform } from '../platform'
import { session } from '../session/current-session'
import { createReply, type Reply, type ReplyView } from './reply'

/** Replies being written, by who writes to whom: leaving the page while one is under way does not lose sight of it. */
const replies = new Map<string, Reply>()

const replyFor = (by: string, patientId: string): Reply => {
  const key = `${by}:${patientId}`
  const reply = replies.get(key) ?? createReply({ by, patientId }, platform, session.call)
  replies.set(key, reply)
  return reply
}

export const useReply = (by: string, patientId: string): Reply & { now: ReplyView } => {
  const reply = replyFor(by, patientId)
  return { ...reply, now: useSyncExternalStore(reply.subscribe, reply.view, reply.view) }
}
