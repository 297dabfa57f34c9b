import type { MessageContent } from '@suixing/contracts'
import type { KeptFile } from '../platform/platform'

/** A file of this phone as a message's content, for showing and playing it before it is sent. */
export const contentOfFile = (
  kind: 'image' | 'voice',
  { ref, name, seconds }: KeptFile,
  address: string,
): MessageContent => ({
  kind,
  media: { id: ref, state: 'stored', url: address, contentType: null, bytes: null, name, seconds },
})
