import type { OnItsWay, Outgoing, SendFailure } from './outgoing'

/** What did not go out yet, as text to keep. What the host has is not kept: the next page shows it. */
export const keptText = (items: readonly OnItsWay[]): string =>
  JSON.stringify(
    items
      .filter(({ state }) => state.kind !== 'sent')
      .map(({ clientId, at, what, state }) => ({
        clientId,
        at,
        what,
        ...(state.kind === 'failed' ? { code: state.code } : {}),
      })),
  )

/** What was kept; lines an older version of the app wrote differently are left out. */
export const keptItems = (text: string | undefined): OnItsWay[] => {
  let lines: unknown
  try {
    lines = JSON.parse(text ?? '[]')
  } catch {
    return []
  }
  return (Array.isArray(lines) ? lines : []).flatMap((line: unknown): OnItsWay[] => {
    const { clientId, at, what, code } = (line ?? {}) as Record<string, unknown>
    if (typeof clientId !== 'string' || typeof at !== 'string' || !isOutgoing(what)) return []
    const state = typeof code === 'string' ? { kind: 'failed' as const, code: code as SendFailure } : sending
    return [{ clientId, at, what, state }]
  })
}

const sending = { kind: 'sending' as const }

const isOutgoing = (what: unknown): what is Outgoing => {
  const { kind, text, contentId, ref } = (what ?? {}) as Record<string, unknown>
  if (kind === 'text' || kind === 'note') return typeof text === 'string'
  return kind === 'card' ? typeof contentId === 'string' : kind === 'image' && typeof ref === 'string'
}
