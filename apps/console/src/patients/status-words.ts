import type { EnrolmentStatus } from '@suixing/contracts'

/** Status of an enrolment: its word and the tone of its tag. */
export const statusLook: Record<EnrolmentStatus, { readonly word: string; readonly tone: string }> = {
  invited: { word: '已邀请', tone: 'brand' },
  enrolled: { word: '在管', tone: 'ok' },
  paused: { word: '暂停', tone: 'warn' },
  completed: { word: '完成', tone: '' },
  withdrawn: { word: '已退出', tone: '' },
  lost: { word: '失联', tone: 'warn' },
  deceased: { word: '已故', tone: '' },
}
