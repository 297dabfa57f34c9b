import type { StaffView } from '@suixing/contracts'

/** What a role is called. */
export const roleWords: Record<StaffView['role'], string> = {
  physician: '医生',
  healthManager: '健康管理师',
  careAssistant: '随访护士',
  nutritionist: '营养师',
  operator: '项目运营',
  sponsor: '项目方',
}
