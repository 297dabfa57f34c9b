import type { ChannelName, Reason } from '@suixing/contracts'
import type { GateAnswer, GateInput } from './decide'
import { channelsLeft, decides } from './gate'
import { reasonText } from './reason-text'

/** The last gate: takes the first channel of the step that can be used now, or hands the touchpoint to a person with the reason. */
export function channelGate(input: GateInput): GateAnswer {
  const { touchpoint, enrolment } = input
  const message = enrolment.messages.get(touchpoint.step.content)
  if (!message)
    return decides('channel', {
      kind: 'toPerson',
      role: 'operator',
      reason: { code: 'content-missing', params: { content: touchpoint.step.content } },
    })
  // No channel reaches a family member yet, and what is meant for them must not go to the patient.
  if (touchpoint.step.audience === 'family')
    return decides('channel', {
      kind: 'toPerson',
      role: 'healthManager',
      reason: { code: 'handed-to-person', params: { why: 'no-channel-left' } },
    })
  let why: Reason = { code: 'no-channel-left', params: {} }
  for (const channel of channelsLeft(input)) {
    const left = leftOf(input, channel)
    if (typeof left !== 'number') {
      why = left
      continue
    }
    input.spent.set(spentKey(input, channel), (input.spent.get(spentKey(input, channel)) ?? 0) + 1)
    const { zh, en } = reasonText({ code: 'accepted-by-channel', params: { channel } })
    return {
      outcome: {
        gate: 'channel',
        verdict: 'pass',
        says: {
          zh: `${zh.replace('已收下', '')}还可发 ${left} 条`,
          en: `${en.replace('Accepted by ', '')}, ${left} left`,
        },
      },
      decision: { kind: 'send', channel, message },
    }
  }
  return decides('channel', {
    kind: 'toPerson',
    role: 'healthManager',
    reason: { code: 'handed-to-person', params: { ...why.params, why: why.code } },
  })
}

const spentKey = ({ touchpoint }: GateInput, channel: ChannelName): string => `${touchpoint.enrolmentId}/${channel}`

function leftOf(input: GateInput, channel: ChannelName): number | Reason {
  const state = input.enrolment.channels[channel]
  if (!state) return { code: 'no-channel-left', params: {} }
  if (!state.usable) return state.reason
  if (state.until !== null && input.now >= state.until) return { code: 'kf-window-closed', params: {} }
  const left = state.left - (input.spent.get(spentKey(input, channel)) ?? 0)
  return left > 0 ? left : { code: 'kf-window-spent', params: {} }
}
