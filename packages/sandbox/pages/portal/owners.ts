import type { StateView } from '../sandbox/views'
import type { PhoneOwner } from './phone-slot'

/** The people of the guided walk; both phones begin with them. */
export const patient: PhoneOwner = { id: 'wangxiulan', name: '王秀兰', role: '患者' }
export const physician: PhoneOwner = { id: 'linzhiyuan', name: '林致远', role: '医生' }

/** Members who answer patients in the physician mini-program, with what they are called beside their name. */
const answering: readonly PhoneOwner[] = [
  physician,
  { id: 'chensiyuan', name: '陈思远', role: '值班医生' },
  { id: 'zhouning', name: '周宁', role: '健康管理师' },
  { id: 'hejing', name: '何静', role: '护理助理' },
]

/** Everybody with WeChat in the sandbox; before it has answered, the patient of the walk. */
export const patients = (state: StateView | null): readonly PhoneOwner[] =>
  state?.users.map(({ key, name }) => ({ id: key, name, role: patient.role })) ?? [patient]

/** Those who answer patients, as far as the sandbox has them. */
export const members = (state: StateView | null): readonly PhoneOwner[] =>
  state
    ? answering.filter(({ id }) => id === physician.id || state.members.some(({ userid }) => userid === id))
    : [physician]
