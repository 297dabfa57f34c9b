import type { Sandbox } from '../sandbox'

const head = Buffer.from('\x02#!SILK_V3', 'latin1')

/** The same voice for a caller who asked sync_msg for silk: another media_id of the same age. Only its head is silk. */
export function silkOf(sandbox: Sandbox, mediaId: string): string {
  const { world, ids, media } = sandbox
  const id = ids.of('silk', mediaId, 64)
  const voice = world.media.find((one) => one.id === mediaId)
  const bytes = media.get(mediaId)
  if (voice === undefined || bytes === null || world.media.some((one) => one.id === id)) return id
  media.put(id, Buffer.concat([head, bytes]))
  const name = voice.name.replace(/\.amr$/, '.silk')
  world.media.push({ ...voice, id, name, mime: 'audio/silk', size: bytes.length + head.length })
  sandbox.dirty()
  return id
}

/** A logged message with its voice in the format asked for. */
export function inVoiceFormat(sandbox: Sandbox, message: Record<string, unknown>, format: 0 | 1): object {
  if (format === 0 || message['msgtype'] !== 'voice') return message
  const { media_id } = message['voice'] as { media_id: string }
  return { ...message, voice: { media_id: silkOf(sandbox, media_id) } }
}
