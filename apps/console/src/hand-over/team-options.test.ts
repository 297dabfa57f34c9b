import type { TeamMember } from '@suixing/contracts'
import { teamOptions } from './team-options'

const member = (id: string, onDuty: boolean, open: number): TeamMember => ({
  id,
  name: id,
  title: '',
  role: 'careAssistant',
  onDuty,
  open,
})

it('puts first who is on duty and has least open', () => {
  const options = teamOptions([member('a', false, 0), member('b', true, 5), member('c', true, 1)])
  expect(options.map(({ value }) => value)).toEqual(['c', 'b', 'a'])
  expect(options[2]?.about).toBe('随访护士 · 不在岗 · 手上 0 个')
})
