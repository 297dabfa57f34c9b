import { pageId } from './page-id'

test.each([
  ['type-2-diabetes%3Apa_1', 'type-2-diabetes:pa_1'],
  ['type-2-diabetes:pa_1', 'type-2-diabetes:pa_1'],
  ['100%', '100%'],
  [undefined, ''],
])('%s is %s', (asked, id) => expect(pageId(asked)).toBe(id))
