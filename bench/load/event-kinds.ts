import { randomBytes } from 'node:crypto'

/** A kf account the host knows, with a pull token that is still valid. */
export interface Doorbell {
  readonly openKfid: string
  readonly token: string
}
/** Writes the XML of one event that no other event equals. */
export type EventWriter = (atMs: number) => string

const xml = (corpId: string, atMs: number, rows: string): string =>
  `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>${Math.floor(atMs / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType>${rows}</xml>`

/** A changed corp tag (document 92130): the worker claims the row, does nothing with it and marks it done. */
export const tagEvents =
  (corpId: string): EventWriter =>
  (atMs) =>
    xml(
      corpId,
      atMs,
      `<Event><![CDATA[change_external_tag]]></Event><Id><![CDATA[et${randomBytes(15).toString('hex')}]]></Id><TagType><![CDATA[tag]]></TagType><ChangeType><![CDATA[update]]></ChangeType>`,
    )

/** A doorbell of a known kf account (document 94670): the worker also pulls the account, many doorbells in one pull. `Probe` makes each distinct. */
export const doorbellEvents =
  (corpId: string, { openKfid, token }: Doorbell): EventWriter =>
  (atMs) =>
    xml(
      corpId,
      atMs,
      `<Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[${token}]]></Token><OpenKfId><![CDATA[${openKfid}]]></OpenKfId><Probe>${randomBytes(12).toString('hex')}</Probe>`,
    )
