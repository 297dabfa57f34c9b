import { noteLines } from './note-lines'

it('says each kind once, with the first lines and how many', () => {
  const twice = Array.from({ length: 59 }, (_, at) => ({ line: at + 2, text: '同一时刻还有另一个血糖值，两个都保留' }))
  expect(noteLines([...twice, { line: 9, text: '这一刻钟面被拨回过' }])).toEqual([
    '同一时刻还有另一个血糖值，两个都保留：第 2、3、4、5、6、7、8、9 行等 59 行',
    '这一刻钟面被拨回过：第 9 行',
  ])
  expect(noteLines([])).toEqual([])
})
