import { fillContents } from './fill-content'

const content = (id: string, text: string) => ({ id, title: id, text })
const filled = (text: string, variables: Record<string, string>): string | undefined =>
  fillContents([content('c', text)], variables).get('c')?.text

describe('fillContents', () => {
  it('fills every variable in, as often as it is named', () => {
    expect(filled('{name}您好，{doctor}。{name}', { name: '李梅', doctor: '林医生' })).toBe('李梅您好，林医生。李梅')
  })
  it('keeps a text without variables and its content id', () => {
    expect(fillContents([content('hello', '您好')], {}).get('hello')).toEqual({ contentId: 'hello', text: '您好' })
  })
  it('leaves out what names an unknown variable, and only that', () => {
    const both = fillContents([content('a', '{name} {stranger}'), content('b', '{name}')], { name: '李梅' })
    expect([...both.keys()]).toEqual(['b'])
  })
  it('takes an empty value as it is and never fills in twice', () => {
    expect(filled('[{title}]', { title: '' })).toBe('[]')
    expect(filled('{a}', { a: '{b}', b: 'x' })).toBe('{b}')
    expect(filled('{a}', { a: '$& $1' })).toBe('$& $1')
  })
  it('does not take what every object has for a variable', () => {
    expect(filled('{constructor}', {})).toBeUndefined()
  })
})
