/** Who wrote a text of the kf chat: the API sends plain text only, so the signature is its first line. */
export type SaidBy = { kind: 'assistant' } | { kind: 'person'; name: string } | { kind: 'unsigned' }

/** Reads the signature line 「智能助手」 or 「林致远 主治医师：」 off a text. */
export function saidBy(text: string): SaidBy {
  const first = text.split('\n', 1)[0]?.trim() ?? ''
  if (first.startsWith('「智能助手」') || first.startsWith('【智能助手】')) return { kind: 'assistant' }
  const signed = /^(\S{2,6})\s\S{2,12}[：:]$/.exec(first)
  return signed?.[1] ? { kind: 'person', name: signed[1] } : { kind: 'unsigned' }
}
