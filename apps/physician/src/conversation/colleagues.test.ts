import type { TeamMember } from '@suixing/contracts'
import { colleagues } from './colleagues'

const member = (id: string, onDuty: boolean, open: number): TeamMember => ({
  id,
  name: id,
  title: '',
  role: 'physician',
  onDuty,
  open,
})

it('puts who is on duty first, then who has fewest, and never oneself', () => {
  const team = [member('lin', true, 0), member('a', false, 0), member('b', true, 5), member('c', true, 2)]
  expect(colleagues(team, 'lin').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})
