import { pathOf } from './path-of'

describe('pathOf', () => {
  it('fills parameters and leaves out what is undefined', () => {
    expect(pathOf('/api/physician/patients/:id', { id: 'p 1' }, { since: undefined })).toBe('/api/physician/patients/p%201')
    expect(pathOf('/api/physician/patients', {}, { filter: 'waiting', since: 'a/b' })).toBe(
      '/api/physician/patients?filter=waiting&since=a%2Fb',
    )
  })

  it('refuses a path with a hole in it', () => {
    expect(() => pathOf('/api/physician/patients/:id')).toThrow(RangeError)
  })
})
