import { inexact, withAddress } from './lock-file'

describe('the lock file', () => {
  it('takes exact versions, and packages of ours by a star', () => {
    expect(
      inexact('functions', {
        dependencies: { zod: '4.6.7', '@suixing/wecom': '*' },
        devDependencies: { next: '1.0.0-rc.1' },
      }),
    ).toEqual([])
  })
  it.each(['^4.6.7', '~4.6.7', '4.6', '*', 'latest', 'file:../zod'])('reports the range %s', (zod) => {
    expect(inexact('functions', { dependencies: { zod } })).toEqual([
      `functions/package.json: zod is ${zod}, not one exact version`,
    ])
  })
  it('reports a download address, and not the link to a package of ours', () => {
    const packages = {
      'node_modules/zod': { resolved: 'https://example.com/zod.tgz' },
      'node_modules/@suixing/wecom': { resolved: 'packages/wecom', link: true },
    }
    expect(withAddress(packages)).toEqual(['package-lock.json: node_modules/zod has a download address'])
  })
})
