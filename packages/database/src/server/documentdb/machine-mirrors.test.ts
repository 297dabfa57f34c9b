import { codenameIn, mirrorsOf } from './machine-mirrors'

describe('mirrorsOf', () => {
  it('keeps the mirrors of the suite, each once, in order', () => {
    const targets = [
      'https://vendor.example/repo stable',
      'http://mirror.example/debian bookworm',
      'http://mirror.example/debian bookworm',
      'http://mirror.example/debian bookworm-updates',
      'https://vendor.example/other bookworm',
      '',
    ].join('\n')
    expect(mirrorsOf(targets, 'bookworm')).toEqual(['http://mirror.example/debian', 'https://vendor.example/other'])
  })
})

describe('codenameIn', () => {
  it('reads the code name, quoted or not', () => {
    expect(codenameIn('ID=debian\nVERSION_CODENAME=bookworm\n')).toBe('bookworm')
    expect(codenameIn('VERSION_CODENAME="trixie"\n')).toBe('trixie')
  })

  it('says so when there is none', () => {
    expect(() => codenameIn('ID=alpine\n')).toThrow(expect.objectContaining({ code: 'fetch_failed' }))
  })
})
