import { useLiveQuery } from '@suixing/ui'
import { call, session } from '../api'
import { platform } from '../platform'
import { noteIncoming } from './unread'

const storageKey = 'incoming-cursor'
/** The conversation itself polls faster; a dot may come a little later. */
const everyMs = 15_000

const look = async (): Promise<null> => {
  if (!(await session.linked())) return null
  const after = platform.storage.read(storageKey)
  const { messages, cursor } = await call('patientMessages', { query: after === null ? {} : { after } })
  const newest = messages.filter(({ author }) => author.kind !== 'patient').pop()
  if (newest) noteIncoming(newest.at)
  platform.storage.write(storageKey, cursor)
  return null
}

/** Draws nothing: looks, on the pages that do not show the conversation, whether something new was said there. */
export const IncomingWatch = () => {
  useLiveQuery('incoming', look, { everyMs })
  return null
}
