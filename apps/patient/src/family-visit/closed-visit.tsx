import { Card, ErrorState } from '@suixing/ui'
import type { FamilyTalk } from './load-family-talk'

/** Says why there is no conversation to see, what became of one's words, and what to do. */
export const ClosedVisit = ({ why, patientName }: Extract<FamilyTalk, { kind: 'closed' }>) => {
  const who = patientName ?? '家人'
  const words = {
    over: {
      what: '这份邀请不能用了',
      safe: '可能过了期限，或者别人先打开了，也可能已经停止。',
      todo: '请家人在「我的」里再发一份给您。',
    },
    removed: {
      what: '这段对话不再给您看了',
      safe: `${who}停止了一起看，或者已退出随访。已经发出的话还在对话里。`,
      todo: `想接着看，请${who}再发一份邀请。`,
    },
    'not-invited': {
      what: '还没有家人邀请您',
      safe: '一起看，要先由家人邀请。',
      todo: '请家人在「我的」里发一份邀请给您。',
    },
  }[why]
  return (
    <Card>
      <ErrorState icon="attention" {...words} />
    </Card>
  )
}
