import { paragraphsOf } from './paragraphs'

test('each line that says something is a paragraph, without the space around it', () => {
  expect(paragraphsOf('一\r\n\r\n　二 \n\n\n三')).toEqual(['一', '二', '三'])
  expect(paragraphsOf(' \n')).toEqual([])
})
