import { newestMajor } from './fetch-packages'

describe('newestMajor', () => {
  const names = [
    'postgresql-18-documentdb',
    'postgresql-9-documentdb',
    'postgresql-19',
    'postgresql-20-documentdb-dbgsym',
  ]

  it('takes the newest PostgreSQL that has DocumentDB, by number', () => {
    expect(newestMajor(names, undefined)).toBe(18)
    expect(newestMajor([...names, 'postgresql-21-documentdb'], undefined)).toBe(21)
  })

  it('takes the one that existing data needs, or none', () => {
    expect(newestMajor(names, 9)).toBe(9)
    expect(newestMajor(names, 17)).toBeUndefined()
    expect(newestMajor(['postgresql-18'], undefined)).toBeUndefined()
  })
})
