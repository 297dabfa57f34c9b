import type { ConversationState, HandOverReason } from '@suixing/contracts'

/** Who answers next. */
export const conversationLook: Record<ConversationState, { readonly word: string; readonly tone: string }> = {
  assistant: { word: '智能助手', tone: 'brand' },
  waiting: { word: '等人回复', tone: 'warn' },
  person: { word: '医护在答', tone: 'kin' },
}

/** Why a conversation went to people: a short word for a list and a chart, a sentence for the hand-over itself. */
export const handOverWords: Record<HandOverReason, { readonly word: string; readonly says: string }> = {
  asked: { word: '要找人', says: '患者要求转人工' },
  doubt: { word: '助手拿不准', says: '智能助手拿不准，没有回答' },
  'red-flag': { word: '紧急', says: '说到了要紧的症状或数值' },
  repeated: { word: '反复问', says: '同一个问题问了不止一次' },
  taken: { word: '主动接手', says: '同事主动接手' },
}
