import type { KeptStrings } from '../platform'

/** What is being written to the patient and to colleagues, apart, so that a note never becomes a message. */
export interface Draft {
  /** Which of the two the field shows. */
  readonly as: 'message' | 'note'
  readonly message: string
  readonly note: string
}

const empty: Draft = { as: 'message', message: '', note: '' }
const isText = (value: unknown): value is string => typeof value === 'string'

/** Draft of one person in one conversation, kept on this phone. */
export const keptDraft = (kept: KeptStrings, by: string, conversationId: string) => {
  const key = `talk-draft:${by}:${conversationId}`
  return {
    read: (): Draft => {
      try {
        const { as, message, note } = JSON.parse(kept.read(key) ?? '') as Partial<Draft>
        return isText(message) && isText(note) ? { as: as === 'note' ? 'note' : 'message', message, note } : empty
      } catch {
        return empty
      }
    },
    write: (draft: Draft): void => {
      if (draft.message === '' && draft.note === '') kept.remove(key)
      else kept.write(key, JSON.stringify(draft))
    },
  }
}

/** A quick reply joins what is already written; tapped twice it is not written twice. */
export const joined = (draft: string, text: string): string => {
  if (draft.trim() === '') return text
  return draft.includes(text) ? draft : `${draft}${/[。！？，、；\s]$/.test(draft) ? '' : '，'}${text}`
}
