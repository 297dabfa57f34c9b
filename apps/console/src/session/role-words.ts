import type { StaffRole } from '@suixing/contracts'

/** Roles of staff as the console names them. */
export const roleWords: Record<StaffRole, string> = {
  physician: '医生',
  healthManager: '健康管理师',
  careAssistant: '随访护士',
  nutritionist: '营养师',
  operator: '项目运营',
  sponsor: '项目方',
}
