import * as z from 'zod'
import { demo } from '../demo'
import { amrSeconds } from '../kf/amr'
import { chatMessageSchema, written } from '../kf/chat-message'
import type { ChatMessageInput } from '../kf/chat-message'
import { sayKf } from '../kf/patient'
import { recall, recallWithinMs } from '../kf/recall'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { kfNamed, kfSessionBetween, userNamed } from './who'

const chat = z.object({ user: z.string(), openKfid: z.string().default(demo.kf.openKfid) })

/** WeChat records AMR and nothing else, of a minute at most. */
export function checkVoice(given: ChatMessageInput): void {
  if (given.msgtype !== 'voice' || given.base64 === undefined) return
  const seconds = amrSeconds(Buffer.from(given.base64, 'base64'))
  if (seconds === null) throw new ControlError('badInput', 'voice must be AMR-NB', 'base64')
  if (seconds > 60) throw new ControlError('badInput', 'voice is longer than 60 seconds', 'base64')
}

/** What a patient does in a kf chat beyond words, which are `say`. */
export const kfPatientActions: Action[] = [
  action({
    name: 'send',
    summary:
      'A patient sends in a kf chat, by msgtype: text, image, voice (AMR; silent when without bytes), video, file, location, link, miniprogram, business_card, meeting, calendar, note.',
    input: z.intersection(chat, chatMessageSchema),
    run(sandbox, given) {
      const account = kfNamed(sandbox, given.openKfid)
      const who = userNamed(sandbox, given.user)
      checkVoice(given)
      const { content, payload } = written(sandbox, given)
      return { messageId: sayKf(sandbox, who, account, content, payload) }
    },
  }),
  action({
    name: 'recall',
    summary: 'A patient takes back an own message in a kf chat, within two minutes.',
    input: chat.extend({ messageId: z.string() }),
    run(sandbox, given) {
      const session = kfSessionBetween(sandbox, given.openKfid, given.user)
      const message = session.chat.find((one) => one.id === given.messageId && one.from === 'patient')
      if (message === undefined || message.content.type === 'recalled')
        throw new ControlError('notFound', 'no such message of this patient', 'messageId')
      if (sandbox.clock.now() - message.at > recallWithinMs)
        throw new ControlError('notPossible', 'two minutes have passed', 'messageId')
      recall(sandbox, kfNamed(sandbox, given.openKfid), session, message, null)
      return {}
    },
  }),
  action({
    name: 'kf-refuse',
    summary: 'A patient switches off the messages of a kf account (or on again): what is sent then fails with type 10.',
    input: chat.extend({ refuses: z.boolean() }),
    run(sandbox, given) {
      kfSessionBetween(sandbox, given.openKfid, given.user).refused = given.refuses
      sandbox.changed()
      return {}
    },
  }),
]
