import type { Availability, BodyOf, DutyView } from '@suixing/contracts'

/** What a person changes of the roster. */
export interface DutyDraft {
  readonly hours: DutyView['hours']
  readonly availability: Readonly<Record<string, Availability>>
  readonly onCall: string | null
}
export type DutyField = 'workdays' | 'hours' | 'members' | 'onCall'

/** The roster as it stands, to be changed. */
export const draftOf = ({ hours, members, onCall }: DutyView): DutyDraft => ({
  hours,
  availability: Object.fromEntries(members.map(({ id, availability }) => [id, availability])),
  onCall,
})

/** What is missing or wrong, by field; nothing when it may be saved. */
export function dutyMistakes({ hours, onCall }: DutyDraft): Partial<Record<DutyField, string>> {
  return {
    ...(hours.workdays.length === 0 ? { workdays: '至少选一天' } : {}),
    ...(hours.from >= hours.to ? { hours: '下班要晚于上班' } : {}),
    ...(onCall === null ? { onCall: '请选一位：没人接手时，最后会找到这位' } : {}),
  }
}

/** The request that saves a draft. */
export const dutyChangeOf = ({ hours, availability, onCall }: DutyDraft): BodyOf<'setDuty'> => ({
  hours: { ...hours, workdays: [...hours.workdays].sort((a, b) => a - b) },
  members: Object.entries(availability).map(([id, one]) => ({ id, availability: one })),
  onCall,
})

/** Which part of the page a field of the request is about. */
export const dutyFieldOf = (field: string | undefined): DutyField | null =>
  field?.startsWith('hours.workdays')
    ? 'workdays'
    : field?.startsWith('hours')
      ? 'hours'
      : field?.startsWith('members')
        ? 'members'
        : field?.startsWith('onCall')
          ? 'onCall'
          : null
