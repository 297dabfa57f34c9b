import { demo } from '../demo'
import type { Answer, Driven } from './start'

/** A patient in the assistant's chat, and what the corp can do there. */
export interface KfChat {
  openKfid: string
  externalUserid: string
  say(text: string): Promise<unknown>
  send(text: string, more?: object): Promise<Answer>
  sync(cursor?: string, more?: object): Promise<Answer>
  state(): Promise<unknown>
  trans(serviceState: number, servicer?: string): Promise<Answer>
  /** The texts on the patient's phone. */
  shown(): string[]
}

/** Opens the chat by its link; says nothing yet. */
export async function kfChat(sandbox: Driven, user = 'wangxiulan', scene = 's1'): Promise<KfChat> {
  const openKfid = demo.kf.openKfid
  const link = await sandbox.wecom('kf/add_contact_way', { open_kfid: openKfid, scene })
  await sandbox.control('enter', { user, url: link['url'] })
  const externalUserid = sandbox.world.users.find((one) => one.key === user)?.kfExternalUserid ?? ''
  const ids = { open_kfid: openKfid, external_userid: externalUserid }
  return {
    openKfid,
    externalUserid,
    say: (text) => sandbox.control('say', { user, openKfid, text }),
    send: (text, more = {}) =>
      sandbox.wecom('kf/send_msg', {
        touser: externalUserid,
        open_kfid: openKfid,
        msgtype: 'text',
        text: { content: text },
        ...more,
      }),
    sync: (cursor = '', more = {}) => sandbox.wecom('kf/sync_msg', { cursor, open_kfid: openKfid, ...more }),
    state: async () => (await sandbox.wecom('kf/service_state/get', ids))['service_state'],
    trans: (service_state, servicer_userid) =>
      sandbox.wecom('kf/service_state/trans', { ...ids, service_state, servicer_userid }),
    shown: () =>
      sandbox.world.kfSessions
        .filter((one) => one.user === user)
        .flatMap((one) => one.chat.filter((message) => message.from === 'corp'))
        .map((message) => (message.content.type === 'text' ? message.content.text : message.content.type)),
  }
}
