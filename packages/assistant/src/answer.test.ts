import type { FaqEntry } from '@suixing/contracts'
import { answer } from './answer'
import { prepareMatcher } from './matcher'

const entry = (id: string, question: string, similar: string[]): FaqEntry => ({
  id,
  question,
  similar,
  answer: `${id}。`,
  version: 1,
  reviewedBy: '林致远',
  source: { title: '测试' },
})
const matcher = prepareMatcher([
  entry('after-meal-target', '餐后血糖多少算正常', ['餐后两小时血糖多少正常', '饭后血糖应该多少']),
  entry('fasting-target', '空腹血糖多少算正常', ['早上血糖多少正常', '空腹血糖标准']),
  entry('fruit', '糖尿病能吃水果吗', ['血糖高可以吃水果吗', '糖尿病吃什么水果好']),
  entry('low', '低血糖了怎么办', ['血糖低怎么处理', '低血糖急救']),
])

describe('answer', () => {
  it.each([
    ['餐后血糖多少算正常', 'after-meal-target'],
    ['请问饭后2小时血糖多少正常？', 'after-meal-target'],
    ['空腹血糖多少正常呢', 'fasting-target'],
    ['血糖高能吃水果吗', 'fruit'],
    ['低血糖怎么办', 'low'],
  ])('%s → %s', (question, id) => expect(answer(question, matcher)).toMatchObject({ kind: 'answer', entry: { id } }))

  it.each(['我这两天脚有点麻，要紧吗', '胰岛素要不要加两个单位', '明天门诊几点开', '嗯', '😀', '', '水果店几点关门'])(
    '%s → a person',
    (question) => expect(answer(question, matcher)).toEqual({ kind: 'hand-over', because: 'no-confident-answer' }),
  )
  it.each(['转人工', '我要找医生'])('%s → a person, because asked', (question) =>
    expect(answer(question, matcher)).toEqual({ kind: 'hand-over', because: 'asked-for-person' }),
  )
  it.each([
    ['我胸口痛，低血糖怎么办', 'chest-pain'],
    ['老伴叫不醒了', 'consciousness'],
    ['刚测血糖2.6', 'severe-low'],
    ['血糖仪显示血糖ＬＯ', 'severe-low'],
    ['嘴歪了说不清话', 'stroke'],
  ])('%s → red flag before any answer', (question, flag) =>
    expect(answer(question, matcher)).toMatchObject({ kind: 'red-flag', flags: expect.arrayContaining([flag]) }),
  )
})
