import * as z from 'zod'
import { demo } from '../demo'
import { chatMessageSchema, written } from '../kf/chat-message'
import { recall, recallWithinMs } from '../kf/recall'
import { hours48, stateNow } from '../kf/session'
import { changeSession, servicerSays, setReceiving, setRejecting } from '../kf/staff'
import type { Sandbox } from '../sandbox'
import type { KfAccount, KfSession, ServiceState } from '../world/kf'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { checkVoice } from './kf-patient-actions'
import { kfNamed, kfSessionBetween } from './who'

const at = z.object({ userid: z.string(), user: z.string(), openKfid: z.string().default(demo.kf.openKfid) })

interface Seat {
  account: KfAccount
  session: KfSession
  state: ServiceState
}

function servicerNamed(account: KfAccount, userid: string, field: string): KfAccount['servicers'][number] {
  const servicer = account.servicers.find((one) => one.userid === userid)
  if (servicer === undefined) throw new ControlError('notFound', `${userid} serves no such account`, field)
  return servicer
}

function seat(sandbox: Sandbox, given: z.output<typeof at>): Seat {
  const account = kfNamed(sandbox, given.openKfid)
  servicerNamed(account, given.userid, 'userid')
  const session = kfSessionBetween(sandbox, given.openKfid, given.user)
  return { account, session, state: stateNow(session, sandbox.clock.now()) }
}

function serving(sandbox: Sandbox, given: z.output<typeof at>): Seat {
  const found = seat(sandbox, given)
  if (found.state !== 3 || found.session.servicer !== given.userid)
    throw new ControlError('notPossible', `the session is in state ${found.state}, not with this servicer`, 'userid')
  return found
}

/** Only while the patient has written in the last 48 hours can a person write too. */
function reopen(sandbox: Sandbox, given: z.output<typeof at>): Seat {
  const found = seat(sandbox, given)
  const { session, state, account } = found
  const left =
    state === 3 && session.servicer !== given.userid && (session.formerServicers ?? []).includes(given.userid)
  if (state !== 4 && !left)
    throw new ControlError('notPossible', `the session is in state ${state}: nothing to reopen`, 'user')
  if (session.lastPatientAt === null || sandbox.clock.now() - session.lastPatientAt > hours48)
    throw new ControlError('notPossible', 'the patient has not written for 48 hours', 'user')
  changeSession(sandbox, account, session, { type: 'reopened', from: session.servicer, by: given.userid })
  return { ...found, state: 3 }
}

/** What a kf servicer does in the WeCom client. */
export const kfStaffActions: Action[] = [
  action({
    name: 'kf-take',
    summary: 'A servicer takes a waiting patient out of the pool (state 2 to 3; change_type 1 with msg_code).',
    input: at,
    run(sandbox, given) {
      const { account, session, state } = seat(sandbox, given)
      if (state !== 2) throw new ControlError('notPossible', `the session is in state ${state}, not waiting`, 'user')
      if (!servicerNamed(account, given.userid, 'userid').receiving)
        throw new ControlError('notPossible', 'this servicer is not receiving', 'userid')
      changeSession(sandbox, account, session, { type: 'taken', by: given.userid })
      return { state: 3 }
    },
  }),
  action({
    name: 'kf-transfer',
    summary: 'A servicer passes a session to a colleague who receives (change_type 2).',
    input: at.extend({ to: z.string() }),
    run(sandbox, given) {
      const { account, session } = serving(sandbox, given)
      if (given.to === given.userid) throw new ControlError('badInput', 'to is the servicer already', 'to')
      if (!servicerNamed(account, given.to, 'to').receiving)
        throw new ControlError('notPossible', 'that servicer is not receiving', 'to')
      changeSession(sandbox, account, session, { type: 'transferred', from: given.userid, to: given.to })
      return { state: 3 }
    },
  }),
  action({
    name: 'kf-end',
    summary: 'A servicer ends a session (state 3 to 4; change_type 3 with msg_code).',
    input: at,
    run(sandbox, given) {
      const { account, session } = serving(sandbox, given)
      changeSession(sandbox, account, session, { type: 'ended', by: given.userid })
      return { state: 4 }
    },
  }),
  action({
    name: 'kf-reopen',
    summary: 'A servicer takes up an ended session, or one passed on before (to state 3; change_type 4).',
    input: at,
    run(sandbox, given) {
      reopen(sandbox, given)
      return { state: 3 }
    },
  }),
  action({
    name: 'kf-say',
    summary: 'A servicer writes to the patient, by msgtype as in send (origin 5). In state 4 this reopens the session.',
    input: z.intersection(at, chatMessageSchema),
    run(sandbox, given) {
      const { state } = seat(sandbox, given)
      checkVoice(given)
      const { account, session } = state === 4 ? reopen(sandbox, given) : serving(sandbox, given)
      return { messageId: servicerSays(sandbox, account, session, given.userid, written(sandbox, given)) }
    },
  }),
  action({
    name: 'kf-recall',
    summary: 'A servicer takes back an own message within two minutes (servicer_recall_msg).',
    input: at.extend({ messageId: z.string() }),
    run(sandbox, given) {
      const { account, session } = seat(sandbox, given)
      const message = session.chat.find((one) => one.id === given.messageId && one.servicer === given.userid)
      if (message === undefined || message.content.type === 'recalled')
        throw new ControlError('notFound', 'no such message of this servicer', 'messageId')
      if (sandbox.clock.now() - message.at > recallWithinMs)
        throw new ControlError('notPossible', 'two minutes have passed', 'messageId')
      recall(sandbox, account, session, message, given.userid)
      return {}
    },
  }),
  action({
    name: 'kf-reject',
    summary: "A servicer refuses a patient's messages, or takes them again (reject_customer_msg_switch_change).",
    input: at.extend({ rejects: z.boolean() }),
    run(sandbox, given) {
      const { account, session } = seat(sandbox, given)
      setRejecting(sandbox, account, session, given.userid, given.rejects ? 'on' : 'off')
      return {}
    },
  }),
  action({
    name: 'servicer',
    summary: 'A servicer of a kf account starts or stops receiving (servicer_status_change); paused: only for a while.',
    input: z.object({
      userid: z.string(),
      receiving: z.boolean(),
      paused: z.boolean().default(false),
      openKfid: z.string().default(demo.kf.openKfid),
    }),
    run(sandbox, given) {
      const account = kfNamed(sandbox, given.openKfid)
      const servicer = servicerNamed(account, given.userid, 'userid')
      setReceiving(sandbox, account, servicer, given.receiving ? 'on' : given.paused ? 'paused' : 'stopped')
      return {}
    },
  }),
]
