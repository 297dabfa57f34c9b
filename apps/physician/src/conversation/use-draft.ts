import { useState } from 'react'
import { platform } from '../platform'
import { keptDraft, type Draft } from './draft'

/** The draft of one conversation, kept with every letter. */
export interface KeptDraft {
  readonly draft: Draft
  write(draft: Draft): void
  /**
   * What is written, which is then out of the field and the field the patient's again. Two taps may come before anything is
   * drawn anew; the second finds nothing.
   */
  take(): { as: Draft['as']; text: string }
}

export const useDraft = (by: string, conversationId: string): KeptDraft => {
  const kept = keptDraft(platform.kept, by, conversationId)
  const [draft, setDraft] = useState(kept.read)
  const write = (next: Draft) => {
    kept.write(next)
    setDraft(next)
  }
  return {
    draft,
    write,
    take: () => {
      const { as } = draft
      const written = kept.read()
      write({ ...written, as: 'message', [as]: '' })
      return { as, text: written[as].trim() }
    },
  }
}
