import { useState } from 'react'
import { platform } from '../platform'
import { keptDraft, type Draft } from './draft'

/** The draft of one conversation, kept with every letter. */
export const useDraft = (by: string, conversationId: string): { draft: Draft; write: (draft: Draft) => void } => {
  const kept = keptDraft(platform.kept, by, conversationId)
  const [draft, setDraft] = useState(kept.read)
  return {
    draft,
    write: (next) => {
      kept.write(next)
      setDraft(next)
    },
  }
}
