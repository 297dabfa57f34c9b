import type { BodyOf } from '@suixing/contracts'
import { platform } from '../platform'

type Preferences = BodyOf<'enrol'>['preferences']

/** Answers on the way to joining. Kept on the phone as they are typed, so that a failed send or a closed app loses nothing. */
export interface EnrolmentDraft {
  readonly hour: string | null
  readonly channel: Preferences['channel']
  readonly diagnosisYear: number | null
  readonly therapy: string | null
  readonly family: { readonly name: string; readonly relation: string; readonly notify: boolean }
}

/** Nothing answered yet. */
export const emptyDraft: EnrolmentDraft = {
  hour: null,
  channel: 'wechat',
  diagnosisYear: null,
  therapy: null,
  family: { name: '', relation: '女儿', notify: false },
}

const keyOf = (enrolmentId: string) => `draft:${enrolmentId}`

/** What was typed before, or an empty draft. */
export const readDraft = (enrolmentId: string): EnrolmentDraft => {
  const text = platform.storage.read(keyOf(enrolmentId))
  if (text === null) return emptyDraft
  try {
    return { ...emptyDraft, ...(JSON.parse(text) as Partial<EnrolmentDraft>) }
  } catch {
    return emptyDraft
  }
}
/** Keeps what was typed. */
export const writeDraft = (enrolmentId: string, draft: EnrolmentDraft): void =>
  platform.storage.write(keyOf(enrolmentId), JSON.stringify(draft))
/** Forgets it, once the host has it. */
export const forgetDraft = (enrolmentId: string): void => platform.storage.remove(keyOf(enrolmentId))
