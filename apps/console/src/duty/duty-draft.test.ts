import { dutyFixture } from '../../testing/team-fixture'
import { draftOf, dutyChangeOf, dutyFieldOf, dutyMistakes } from './duty-draft'

const draft = draftOf(dutyFixture)

it('finds nothing wrong with the roster as it stands, and sends it back as it is', () => {
  expect(dutyMistakes(draft)).toEqual({})
  expect(dutyChangeOf(draft)).toEqual({
    hours: dutyFixture.hours,
    members: dutyFixture.members.map(({ id, availability }) => ({ id, availability })),
    onCall: 'staff-he',
  })
})

it('names each mistake by its field', () =>
  expect(Object.keys(dutyMistakes({ ...draft, hours: { workdays: [], from: 600, to: 600 }, onCall: null }))).toEqual([
    'workdays',
    'hours',
    'onCall',
  ]))

it('sends days in their order', () =>
  expect(dutyChangeOf({ ...draft, hours: { ...draft.hours, workdays: [5, 1] } }).hours.workdays).toEqual([1, 5]))

it.each([
  ['hours.workdays', 'workdays'],
  ['hours.to', 'hours'],
  ['members.0.availability', 'members'],
  ['onCall', 'onCall'],
  ['other', null],
  [undefined, null],
])('shows %s at %s', (field, part) => expect(dutyFieldOf(field)).toBe(part))
