import { librariesIn } from './shared-libraries'

describe('librariesIn', () => {
  const listing = [
    '\tlinux-vdso.so.1 (0x00007f)',
    '\tlibxml2.so.16 => /tree/usr/lib/x/libxml2.so.16 (0x00007f)',
    '\tlibc.so.6 => /tree/usr/lib/x/libc.so.6 (0x00007f)',
    '\t/tree/usr/lib/x/ld-linux-x86-64.so.2 (0x00007f)',
  ].join('\n')

  it('gives the files that were found', () => {
    expect(librariesIn(listing)).toEqual(['/tree/usr/lib/x/libxml2.so.16', '/tree/usr/lib/x/libc.so.6'])
  })

  it('names one that is missing', () => {
    expect(() => librariesIn(`${listing}\n\tlibgeos.so.1 => not found\n`)).toThrow('libgeos.so.1')
  })
})
