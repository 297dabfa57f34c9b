import { amrSeconds, silentAmr } from './amr'

describe('AMR voice', () => {
  it('plays as long as it was made', () => {
    expect(amrSeconds(silentAmr(3))).toBe(3)
    expect(silentAmr(1)).toHaveLength(6 + 50 * 32)
    expect(silentAmr(1).subarray(0, 6).toString('latin1')).toBe('#!AMR\n')
  })

  it('counts frames of other rates', () => {
    const slow = Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 50 }, () => Buffer.alloc(13, 0x04))])
    expect(amrSeconds(slow)).toBe(1)
  })

  it.each(['ID3 not amr', '#!AMR\nP'])('is not %j', (text) => {
    expect(amrSeconds(Buffer.from(text))).toBeNull()
  })
})
