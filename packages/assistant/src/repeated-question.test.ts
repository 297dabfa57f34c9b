import type { FaqEntry } from '@suixing/contracts'
import { answer } from './answer'
import { prepareMatcher } from './matcher'
import { alike, isRepeated, SAME_QUESTION } from './repeated-question'
import type { EarlierAnswer } from './repeated-question'

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
])
const answeredAt = '2026-11-23T02:00:00.000Z'
const after = (minutes: number): string => new Date(Date.parse(answeredAt) + minutes * 60_000).toISOString()
const answered = (text: string, faqId: string | null): readonly EarlierAnswer[] => [{ text, at: answeredAt, faqId }]

describe('isRepeated', () => {
  it.each([
    ['the same words', '餐后血糖多少算正常', '餐后血糖多少算正常', 'after-meal-target', true],
    ['other words, same entry', '饭后血糖应该多少', '餐后血糖多少算正常', 'after-meal-target', true],
    ['another entry', '空腹血糖多少算正常', '餐后血糖多少算正常', 'after-meal-target', false],
    ['nothing known, worded alike', '脚上长了个泡要不要挑破呢', '脚上长了个泡要不要挑破', null, true],
    ['nothing known, something else', '今天门诊几点开', '脚上长了个泡要不要挑破', null, false],
    ['other numbers are another question', '脚上8.5的泡要紧吗', '脚上6.5的泡要紧吗', null, false],
    ['says nothing', '😀', '😀', null, false],
  ])('%s', (_what, question, before, faqId, repeated) =>
    expect(isRepeated(question, answered(before, faqId), after(5), matcher)).toBe(repeated),
  )

  it.each([
    [0, true],
    [30, true],
    [30.01, false],
    [600, false],
    [-0.01, true],
  ])('%s minutes after the answer: %s', (minutes, repeated) =>
    expect(
      isRepeated('餐后血糖多少正常', answered('餐后血糖多少算正常', 'after-meal-target'), after(minutes), matcher),
    ).toBe(repeated),
  )

  it('looks at every answer of the half hour, not at the last only', () => {
    const earlier = [...answered('糖尿病能吃水果吗', 'fruit'), ...answered('空腹血糖标准', 'fasting-target')]
    expect(isRepeated('血糖高可以吃水果吗', earlier, after(9), matcher)).toBe(true)
    expect(isRepeated('餐后血糖多少算正常', earlier, after(9), matcher)).toBe(false)
    expect(isRepeated('餐后血糖多少算正常', [], after(9), matcher)).toBe(false)
  })
})

describe('alike', () => {
  it.each([
    ['试纸开封后多久过期', '试纸开封后多久过期啊？'],
    ['请问试纸开封后多久会过期', '试纸开封后多久过期'],
    ['饭后两小时血糖多少', '餐后2小时血糖多少？'],
    ['脚上长了个泡怎么办', '我脚上长了个泡怎么办'],
  ])('%s is %s', (one, other) => expect(alike(one, other)).toBeGreaterThanOrEqual(SAME_QUESTION))
  it.each([
    ['西瓜能吃吗', '苹果能吃吗'],
    ['午饭前要测血糖吗', '晚饭后要测血糖吗'],
    ['血糖7.2高吗', '血糖9.2高吗'],
    ['试纸怎么放', '试纸多久过期'],
    ['嗯', '好'],
  ])('%s is not %s', (one, other) => expect(alike(one, other)).toBeLessThan(SAME_QUESTION))
})

describe('answer with what was answered lately', () => {
  const lately = { earlier: answered('餐后血糖多少算正常', 'after-meal-target'), now: after(3) }
  it.each([
    ['饭后血糖应该多少', { kind: 'hand-over', because: 'repeated-question' }],
    ['空腹血糖标准', { kind: 'answer', entry: { id: 'fasting-target' } }],
    ['转人工', { kind: 'hand-over', because: 'asked-for-person' }],
    ['餐后血糖2.6', { kind: 'red-flag', flags: ['severe-low'], found: [{ evidence: '血糖2.6' }] }],
    ['我这两天脚有点麻', { kind: 'hand-over', because: 'no-confident-answer' }],
  ])('%s', (question, move) => expect(answer(question, matcher, lately)).toMatchObject(move))

  it('answers again when half an hour has gone by, or nobody says what was answered', () => {
    const late = { ...lately, now: after(31) }
    expect(answer('饭后血糖应该多少', matcher, late)).toMatchObject({ kind: 'answer' })
    expect(answer('饭后血糖应该多少', matcher)).toMatchObject({ kind: 'answer' })
  })

  it('asks the list of red flags it is given', () => {
    const says = { zh: '脚麻', en: 'Numb foot' }
    const redFlagList = {
      find: (text: string) => (text.includes('脚') ? [{ id: 'foot', says, evidence: '脚' }] : []),
    }
    expect(answer('脚麻', matcher, undefined, redFlagList)).toMatchObject({ kind: 'red-flag', flags: ['foot'] })
    expect(answer('餐后血糖2.6', matcher, undefined, redFlagList)).not.toMatchObject({ kind: 'red-flag' })
  })
})
