import type { ConversationRow } from '@suixing/contracts'

const genders = { male: '男', female: '女', unknown: '' } as const

/** Who a conversation is with: name, gender and age; a kf user nobody could link yet has neither. */
export function patientWords(patient: ConversationRow['patient']): { readonly name: string; readonly about: string } {
  if (!patient) return { name: '还没认出的微信用户', about: '' }
  const age = patient.age === null ? '' : `${patient.age} 岁`
  return { name: patient.name, about: [genders[patient.gender], age].filter(Boolean).join(' ') }
}
