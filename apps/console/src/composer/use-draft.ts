import { useState } from 'react'
import { draftStore } from './draft-store'

/** What is being written in one conversation, read from and kept in the store of drafts. */
export function useDraft(staffId: string, conversationId: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => draftStore.read(staffId, conversationId))
  const write = (next: string) => {
    setText(next)
    draftStore.write(staffId, conversationId, next)
  }
  return [text, write]
}
