import { attachmentKind, attachmentName } from './attachment'

it.each([
  ['image/jpeg', 'image'],
  ['image/svg+xml', 'file'],
  ['video/mp4', 'video'],
  ['audio/mpeg', 'file'],
  ['', 'file'],
])('sends %s as %s', (type, kind) => expect(attachmentKind({ type })).toBe(kind))

it('keeps the end of a long name, which holds its kind', () =>
  expect(attachmentName(`${'a'.repeat(200)}.pdf`)).toMatch(/^a{116}\.pdf$/))
