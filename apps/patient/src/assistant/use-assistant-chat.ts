import { useLiveQuery } from '@suixing/ui'
import { useState } from 'react'
import { call } from '../api'
import { platform } from '../platform'

/**
 * The way into the assistant's chat. The link holds a key that is good once, so a fresh one is read at each showing of
 * the page and after each use, ready before the tap: WeChat opens the chat only inside the tap itself.
 */
export const useAssistantChat = (): { state: 'preparing' | 'ready' | 'failed'; open: () => void } => {
  const [failed, setFailed] = useState(false)
  const live = useLiveQuery('assistant-link', () => call('assistantLink'), { everyMs: null })
  const open = () => {
    if (live.status !== 'ready') return live.reload()
    setFailed(false)
    platform.openCustomerServiceChat(live.value).then(live.reload, () => {
      setFailed(true)
      live.reload()
    })
  }
  if (failed || live.status === 'failed') return { state: 'failed', open }
  return { state: live.status === 'ready' ? 'ready' : 'preparing', open }
}
