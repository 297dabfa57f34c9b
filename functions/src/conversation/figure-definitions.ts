import type { ConversationFigures } from '@suixing/contracts'

/** What each figure counts, in the words it stands under. */
export const definitions: ConversationFigures['definitions'] = [
  {
    figure: 'questions',
    zh: '分母：这段时间里患者在微信客服和小程序里发来的消息；分子：其中智能助手直接用审核过的答案回答的。',
    en: 'Denominator: messages of patients through kf and the mini-program in this span; numerator: those the assistant answered from the reviewed FAQ.',
  },
  {
    figure: 'handOvers',
    zh: '这段时间里开始的转人工次数，按原因分：患者要求、助手没把握、危险信号、同一问题再问、医护主动接手。',
    en: 'Hand-overs that began in this span, by reason: asked for, doubt, red flag, repeated question, a person stepped in.',
  },
  {
    figure: 'firstResponse',
    zh: '从转人工到医护第一条回复，钟表时间；只算已有回复的，主动接手的不算。中位数和 90% 位数按最近秩。',
    en: 'From the hand-over to the first reply of a person, wall clock; over hand-overs that have one, without those nobody asked for. Nearest-rank median and 90th percentile.',
  },
  {
    figure: 'firstResponseOpen',
    zh: '同上，只算团队上班的分钟。',
    en: 'The same, counting only minutes in which the team is open.',
  },
  {
    figure: 'resolution',
    zh: '从转人工到交还智能助手；只算已交还的。',
    en: 'From the hand-over to its closing, over those that are closed.',
  },
  {
    figure: 'satisfaction',
    zh: '分母：结束时问过「帮到您了吗」的转人工；分子：患者点了「帮到我了」「一般」「没有帮到」的。',
    en: 'Denominator: hand-overs after which the patient was asked; numerators: those who tapped good, fair or bad.',
  },
]
