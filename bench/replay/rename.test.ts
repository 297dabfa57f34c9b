import { derivedId } from '../../functions/src/platform/identifier'
import { renamer } from './rename'

const SAID = 'kfm0000000000000000000000000001'
const handOver = derivedId('ho', SAID)

it('calls by the line of the file what stands for it or is derived from it, wherever it is named', () => {
  const rename = renamer(new Map([[7, SAID]]), [])
  expect(
    rename({
      _id: derivedId('as', SAID),
      answers: SAID,
      spent: [derivedId('cl', handOver)],
      key: `hand-over:${SAID}`,
      content: { mediaId: derivedId('me', SAID) },
      handOverId: handOver,
      count: 3,
      nothing: null,
    }),
  ).toEqual({
    _id: 'answer to line 7',
    answers: 'line 7',
    spent: ['closing of line 7'],
    key: 'hand-over:line 7',
    content: { mediaId: 'file of line 7' },
    handOverId: 'hand-over of line 7',
    count: 3,
    nothing: null,
  })
})

it('follows ids of messages the file does not name', () => {
  const own = 'mi_0123456789abcdef0123456789ab'
  expect(renamer(new Map(), [{ _id: own }])(derivedId('as', own))).toBe(`answer to ${own}`)
})
