import type { MessageView, TimelineItem } from '@suixing/contracts'
import { timelineEntry } from './timeline-entry'

const at = '2026-11-23T02:12:00.000Z'
const message = (over: Partial<MessageView>): TimelineItem => ({
  kind: 'message',
  id: 'm1',
  at,
  message: {
    id: 'm1',
    at,
    author: { kind: 'patient', name: '王秀兰' },
    text: '我这两天脚有点麻，要紧吗',
    channel: 'kf',
    state: 'received',
    ...over,
  },
})
const staff = (staffId: string) => ({ kind: 'staff' as const, staffId, name: '陈思远', title: '副主任医师' })
const entry = (item: TimelineItem) => timelineEntry(item, 'lin')

describe('timelineEntry', () => {
  it('tells a question from a letter', () => {
    expect(entry(message({}))).toMatchObject({ what: '患者提问', detail: '“我这两天脚有点麻，要紧吗”', disc: 'kin' })
    expect(entry(message({ text: '好的，谢谢医生' }))).toMatchObject({ what: '患者来信' })
  })

  it('tells my reply from a colleague’s, and how each fared', () => {
    expect(entry(message({ author: staff('lin'), state: 'sent' }))).toMatchObject({
      what: '您回复了',
      fate: { text: '已送达', tone: 'ok' },
    })
    expect(entry(message({ author: staff('chen'), state: 'sending' }))).toMatchObject({
      what: '陈思远 副主任医师 回复了',
      fate: { text: '正在发送', tone: 'quiet' },
    })
    const failure = { code: 'msg-send-fail-10', zh: '患者拒收', en: '' }
    expect(entry(message({ author: staff('lin'), state: 'failed', failure }))).toMatchObject({
      fate: { text: '没发成 · 患者拒收', tone: 'urgent' },
    })
  })

  it('tells family, colleagues’ notes and what was taken back', () => {
    expect(entry(message({ author: { kind: 'family', name: '王芳', relation: '女儿' } }))).toMatchObject({
      what: '家人来信 · 女儿 王芳',
    })
    expect(entry(message({ author: staff('chen'), channel: 'note', state: 'sent' })).what).toBe('内部备注 · 陈思远')
    expect(entry(message({ text: '', recalledAt: at })).detail).toBe('已撤回')
  })

  it('names the assistant and the plan', () => {
    expect(entry(message({ author: { kind: 'assistant' }, state: 'sent' }))).toMatchObject({
      what: '智能助手 回答',
      disc: 'brand',
    })
    expect(entry(message({ author: { kind: 'system' }, state: 'sent', touchpointId: 't1' }))).toMatchObject({
      what: '随访消息',
    })
    const why = { zh: '没有把握回答，已告知患者等您回复。', en: '' }
    expect(entry({ kind: 'hand-over', id: 'h', at, to: 'person', why })).toMatchObject({
      what: '智能助手 转给您',
      detail: why.zh,
    })
    expect(entry({ kind: 'hand-over', id: 'h', at, to: 'assistant', why })).toMatchObject({ what: '转回 智能助手' })
  })

  it('gives a touchpoint its state and reason', () => {
    const item: TimelineItem = {
      kind: 'touchpoint',
      id: 't1',
      at,
      title: '三餐后各测一次',
      state: 'planned',
      reason: { code: 'in-quiet-hours', params: {} },
      reasonText: { zh: '在安静时段 21:00–08:00', en: '' },
      due: at,
    }
    expect(entry(item)).toMatchObject({
      what: '三餐后各测一次',
      chip: { state: '已推迟', reason: '在安静时段 21:00–08:00' },
    })
  })

  it('puts readings, tags, events and imports into words', () => {
    const point = {
      at,
      minuteOfDay: 522,
      glucose: { kind: 'number' as const, value: 7.8, unit: 'mmol/L' as const },
      level: 'inRange' as const,
    }
    expect(entry({ kind: 'reading', id: 'r', at, point })).toMatchObject({ what: '血糖 7.8 · 在目标内', disc: 'in' })
    expect(
      entry({
        kind: 'reading',
        id: 'r',
        at,
        point: { ...point, glucose: { kind: 'HI', unit: 'mmol/L' }, level: 'veryHigh' },
      }),
    ).toMatchObject({
      what: '血糖 HI · 很高',
    })
    expect(
      entry({ kind: 'tag', id: 'g', at, name: '餐后高', change: 'added', says: '7 天里 5 次餐后高于 10.0' }),
    ).toMatchObject({
      what: '标签 餐后高',
      detail: '7 天里 5 次餐后高于 10.0',
    })
    expect(entry({ kind: 'tag', id: 'g', at, name: '餐后高', change: 'removed', says: '' })).toMatchObject({
      what: '去掉标签 餐后高',
    })
    expect(entry({ kind: 'event', id: 'e', at, type: 'enrolled', text: { zh: '入组', en: 'Enrolled' } })).toMatchObject(
      { what: '入组' },
    )
    expect(entry({ kind: 'import', id: 'i', at, taken: 3749, fileName: 'a.csv' })).toMatchObject({
      what: '导入血糖 3749 条',
      detail: 'a.csv',
    })
  })
})
