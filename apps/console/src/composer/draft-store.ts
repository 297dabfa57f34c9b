const prefix = 'suixing.draft.'
const memory = new Map<string, string>()

const stored = <Answer>(use: (storage: Storage) => Answer): Answer | null => {
  try {
    return use(window.localStorage)
  } catch {
    return null
  }
}
const keyOf = (staffId: string, conversationId: string) => `${prefix}${staffId}.${conversationId}`

/** What somebody began to write in a conversation, kept on this computer until it is sent; in memory where nothing may be stored. */
export const draftStore = {
  read: (staffId: string, conversationId: string): string => {
    const key = keyOf(staffId, conversationId)
    return stored((storage) => storage.getItem(key)) ?? memory.get(key) ?? ''
  },
  write: (staffId: string, conversationId: string, text: string): void => {
    const key = keyOf(staffId, conversationId)
    if (text === '') memory.delete(key)
    else memory.set(key, text)
    stored((storage) => (text === '' ? storage.removeItem(key) : storage.setItem(key, text)))
  },
  /** Forgets every draft, as signing out does: the next person at this computer must not read them. */
  forget: (): void => {
    memory.clear()
    stored((storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
    })
  },
}
