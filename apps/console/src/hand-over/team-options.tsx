import type { TeamMember } from '@suixing/contracts'
import { roleWords } from '../session/role-words'

/** Colleagues to choose from: those on duty first, then those with least open; each with role, duty and load. */
export function teamOptions(team: readonly TeamMember[]) {
  return [...team]
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.open - b.open)
    .map(({ id, name, title, role, onDuty, open }) => ({
      value: id,
      label: name,
      about: [title || roleWords[role], onDuty ? '在岗' : '不在岗', `手上 ${open} 个`].join(' · '),
      onDuty,
    }))
}
export type TeamOption = ReturnType<typeof teamOptions>[number]

/** One colleague of a list of choices. */
export function TeamOptionLine({ option }: { option: TeamOption }) {
  return (
    <span className="row gap8">
      <i className={option.onDuty ? 'duty-dot on' : 'duty-dot'} aria-hidden="true" />
      <b>{option.label}</b>
      <span className="caption ellipsis">{option.about}</span>
    </span>
  )
}
