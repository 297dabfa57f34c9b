import type { AnswerOf } from '@suixing/contracts'

type State = NonNullable<AnswerOf<'consolePatients'>['rows'][number]['conversation']>
/** Who answers next. */
export const conversationLook: Record<State, { readonly word: string; readonly tone: string }> = {
  assistant: { word: '智能助手', tone: 'brand' },
  waiting: { word: '等人回复', tone: 'warn' },
  person: { word: '医护在答', tone: 'kin' },
}
