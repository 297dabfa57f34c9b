import type { TeamMember } from '@suixing/contracts'

/** To whom a conversation can be passed: who is on duty first, then who has fewest. */
export const colleagues = (team: readonly TeamMember[], me: string): TeamMember[] =>
  team
    .filter(({ id }) => id !== me)
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.open - b.open || a.name.localeCompare(b.name, 'zh'))
