import type { Reader } from '../conversation/reader'
import type { FamilyVisit } from './family-visit'

/** A family member: own words are those under the same name and relation; cards and menus are the patient's to tap. */
export const familyReader = ({ member, outbox }: FamilyVisit): Reader => ({
  outbox,
  own: (author) => author.kind === 'family' && author.name === member.name && author.relation === member.relation,
  acts: () => ({}),
})
