import { byRoom, quantile } from './shape'

describe('shape', () => {
  it('takes the middle and the ninetieth of a hundred', () => {
    const lines = Array.from({ length: 10 }, (_, index) => index + 1)
    expect([quantile(lines, 0.5), quantile(lines, 0.9), quantile([], 0.5)]).toEqual([6, 10, 0])
  })
  it('counts tests, testing folders and golden cases apart from source', () => {
    const files = [
      { file: 'packages/wecom/src/client.ts', lines: 10 },
      { file: 'packages/wecom/src/client.test.ts', lines: 20 },
      { file: 'packages/wecom/testdata/cases.ts', lines: 5 },
      { file: 'apps/patient/testing/fixture-host.ts', lines: 7 },
      { file: 'eslint.config.mjs', lines: 99 },
    ]
    expect(byRoom(files)).toEqual([
      { room: 'apps/patient', source: 0, test: 7 },
      { room: 'packages/wecom', source: 10, test: 25 },
    ])
  })
})
