import type { Evidence, Happened } from './evidence'

/** The seven steps of the first walk, in order. */
export const walkSteps = [
  { id: 'contactWay', title: '运营台生成医生的联系码' },
  { id: 'welcome', title: '患者扫码，20 秒内收到欢迎' },
  { id: 'enrolled', title: '看懂同意书，加入' },
  { id: 'answer', title: '问智能助手一个问题' },
  { id: 'reply', title: '医生看到，回到患者微信' },
  { id: 'followUp', title: '等第一次随访自己来' },
  { id: 'imported', title: '导入真实的动态血糖' },
] as const
export type WalkStepId = (typeof walkSteps)[number]['id']

export type WalkStepState = { state: 'done'; happened: Happened } | { state: 'current' | 'ahead' | 'skipped' }

/** Where the walk stands: current is the first step neither seen done nor skipped. */
export function walkOf(evidence: Evidence, skipped: readonly WalkStepId[]): Record<WalkStepId, WalkStepState> {
  let current = false
  const states = {} as Record<WalkStepId, WalkStepState>
  for (const { id } of walkSteps) {
    const happened = evidence[id]
    if (happened) states[id] = { state: 'done', happened }
    else if (skipped.includes(id)) states[id] = { state: 'skipped' }
    else {
      states[id] = { state: current ? 'ahead' : 'current' }
      current = true
    }
  }
  return states
}
