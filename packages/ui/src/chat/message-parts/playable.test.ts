import { isPlayable } from './playable'

test.each([
  ['audio/amr', 'browser', false],
  ['audio/AMR-WB', 'ios', false],
  ['audio/amr', 'other', false],
  ['audio/amr', 'android', true],
  ['audio/mpeg', 'browser', true],
  [null, 'ios', true],
] as const)('%s in %s: %s', (type, player, can) => {
  expect(isPlayable(type, player)).toBe(can)
})
