import { macroPieces, unknownVariables } from './macro-variables'

it('fills what it knows and leaves what it does not', () => {
  expect(macroPieces('{patientName}您好，{phone}见。')).toEqual([
    { kind: 'variable', text: '王秀兰' },
    { kind: 'words', text: '您好，' },
    { kind: 'unknown', text: '{phone}' },
    { kind: 'words', text: '见。' },
  ])
  expect(unknownVariables('{patientName}{ staffName}{}')).toEqual(['{ staffName}', '{}'])
})

it('takes words without variables as they are', () =>
  expect(macroPieces('多久了？')).toEqual([{ kind: 'words', text: '多久了？' }]))
