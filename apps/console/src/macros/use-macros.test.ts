import { withMacro, withMacroAt, withoutMacro } from './use-macros'

const macro = (id: string, title = id) => ({ id, title, text: '…' })
const list = [macro('a'), macro('b')]

it('adds at the end and replaces in place', () => {
  expect(withMacro(macro('c'))(list).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(withMacro(macro('a', '新'))(list).map(({ title }) => title)).toEqual(['新', 'b'])
})

it('takes one away and puts it back where it was, once', () => {
  expect(withoutMacro('a')(list)).toEqual([macro('b')])
  expect(withMacroAt(macro('a'), 0)(withoutMacro('a')(list))).toEqual(list)
  expect(withMacroAt(macro('a'), 1)(list)).toEqual(list)
})
