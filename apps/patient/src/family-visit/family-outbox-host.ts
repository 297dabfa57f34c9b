import type { Call } from '@suixing/ui'
import type { OutboxHost } from '../outbox/outbox'

/** The host as a family member's queue meets it: words alone. */
export const familyOutboxHost = (call: Call): OutboxHost => ({
  upload: () => Promise.reject(new TypeError('family sends words only')),
  async say({ clientId, content }) {
    if (content.kind !== 'text') throw new TypeError('family sends words only')
    return (await call('familySay', { body: { clientId, text: content.text } })).message
  },
})
