import type { Call } from '@suixing/ui'
import type { OutboxHost } from './outbox'

/** The host as the patient's queue meets it. */
export const patientOutboxHost = (call: Call): OutboxHost => ({
  async upload(kind, { name, seconds }, bytes) {
    const query = { kind, name, ...(seconds === null ? {} : { seconds }) }
    return (await call('patientUpload', { query, file: bytes })).media.id
  },
  async say({ clientId, programmeId, content }) {
    const said = content.kind === 'text' ? content : { kind: content.kind, mediaId: content.mediaId ?? '' }
    const body = { ...said, clientId, ...(programmeId === null ? {} : { programmeId }) }
    return (await call('patientSay', { body })).message
  },
})
