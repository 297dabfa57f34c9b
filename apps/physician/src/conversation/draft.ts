import type { KeptStrings } from '../platform'

/** What is being written, and to whom: the patient, or only colleagues. */
export interface Draft {
  readonly as: 'message' | 'note'
  readonly text: string
}

const empty: Draft = { as: 'message', text: '' }

/** Draft of one person in one conversation, kept on this phone. */
export const keptDraft = (kept: KeptStrings, by: string, conversationId: string) => {
  const key = `talk-draft:${by}:${conversationId}`
  return {
    read: (): Draft => {
      try {
        const { as, text } = JSON.parse(kept.read(key) ?? '') as Partial<Draft>
        return typeof text === 'string' ? { as: as === 'note' ? 'note' : 'message', text } : empty
      } catch {
        return empty
      }
    },
    write: (draft: Draft): void => {
      if (draft.text === '') kept.remove(key)
      else kept.write(key, JSON.stringify(draft))
    },
  }
}

/** A quick reply joins what is already written; tapped twice it is not written twice. */
export const joined = (draft: string, text: string): string => {
  if (draft.trim() === '') return text
  return draft.includes(text) ? draft : `${draft}${/[。！？，、；\s]$/.test(draft) ? '' : '，'}${text}`
}
