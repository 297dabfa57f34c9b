/** What a patient may need a person for, and its words; the same on the programme page and above the filtered list. */
export const patientNeeds = {
  'waiting-reply': '患者在等人回复',
  'failed-touchpoint': '没发成的触点',
  'uncertain-touchpoint': '结果不明的触点',
  'touchpoint-for-person': '转给人办的触点',
  'tag-not-written': '标签没写进企业微信',
} as const
export type PatientNeed = keyof typeof patientNeeds

/** A need out of an address, or undefined for anything else. */
export const patientNeed = (text: string | null): PatientNeed | undefined =>
  text !== null && Object.hasOwn(patientNeeds, text) ? (text as PatientNeed) : undefined
