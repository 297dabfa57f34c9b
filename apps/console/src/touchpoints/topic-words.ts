import type { Topic } from '@suixing/contracts'

/** Subjects of touchpoints in words. */
export const topicWords: Record<Topic, string> = { reminder: '提醒', education: '科教', followUp: '随访' }
