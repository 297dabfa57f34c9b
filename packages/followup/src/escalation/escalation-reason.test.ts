import { escalationReasonText } from './escalation-reason'
import type { EscalationReason } from './escalation-reason'

const reasons: Record<EscalationReason, true> = {
  began: true,
  unanswered: true,
  passed: true,
  'nobody-on-duty': true,
  'team-closed': true,
  repeated: true,
  'no-on-call': true,
}

it('says every reason in both languages, each in words of its own', () => {
  const texts = Object.keys(reasons).map((reason) => escalationReasonText(reason as EscalationReason))
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/^[\p{Script=Han}，]+$/u)
    expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
  }
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length)
})
