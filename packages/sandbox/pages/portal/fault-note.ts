import type { ChatView, ViewedEvent } from '../sandbox/views'

/**
 * What tripled callbacks have done to the patient since the knob was turned on: how many messages came twice.
 * Twice means: the same content again before the patient wrote anything. Null while the knob is off.
 */
export function repeatsSince(
  entries: readonly ViewedEvent[],
  chats: readonly ChatView[],
): { since: number; repeats: number } | null {
  const turned = entries
    .filter((entry) => entry.kind === 'fault' && entry.detail['name'] === 'callbackDuplicate')
    .at(-1)
  if (turned === undefined || turned.detail['value'] === null) return null
  let repeats = 0
  for (const chat of chats) {
    const before = new Set<string>()
    for (const message of chat.messages) {
      if (message.at < turned.at) continue
      const said = JSON.stringify(message.content)
      if (message.from === 'patient') before.clear()
      else if (before.has(said)) repeats += 1
      else before.add(said)
    }
  }
  return { since: turned.at, repeats }
}

/** The sentence under the fault knobs. */
export function faultNote(entries: readonly ViewedEvent[], chats: readonly ChatView[], now: number): string | null {
  const seen = repeatsSince(entries, chats)
  if (seen === null) return null
  const minutes = Math.floor((now - seen.since) / 60_000)
  const lasted =
    minutes < 1
      ? '重复推送刚打开'
      : `重复推送已开 ${minutes < 120 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时`}`
  return `${lasted}：患者${seen.repeats === 0 ? '没有收到任何重复消息' : `收到了 ${seen.repeats} 条重复消息`}。`
}
