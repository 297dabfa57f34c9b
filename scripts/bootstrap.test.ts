import { runModule } from './testing/run-module'

const evaluated = async (expression: string): Promise<unknown> => {
  const { stdout, stderr } = await runModule(
    `const { nodeComplaint, agrees } = await import(scripts + 'bootstrap.mjs'); console.log(JSON.stringify(${expression}) ?? 'undefined')`,
  )
  if (stderr) throw new Error(stderr)
  return stdout === 'undefined' ? undefined : JSON.parse(stdout)
}

describe('a fresh copy', () => {
  it('names the Node it needs, in English and Chinese, from the first one too old', async () => {
    expect(
      await evaluated(
        "['18.20.8', '20.18.3', '20.19.0', '22.0.0', '24.1.0'].map((version) => Boolean(nodeComplaint(version)))",
      ),
    ).toEqual([true, true, false, false, false])
    expect(await evaluated("nodeComplaint('18.20.8')")).toMatch(/18\.20\.8 is too old.*20\.19.*需要 Node 20\.19/)
  })

  it('takes an install made by hand only when each version is the locked one', async () => {
    const locked =
      "{ '': {}, 'packages/wecom': {}, 'node_modules/zod': { version: '4.6.7' }, 'node_modules/other-machine': { version: '1.0.0', optional: true } }"
    const agreement = (present: string) => evaluated(`agrees(${locked}, ${present})`)
    expect(await agreement("{ 'node_modules/zod': { version: '4.6.7' } }")).toBe(true)
    expect(await agreement("{ 'node_modules/zod': { version: '4.6.6' } }")).toBe(false)
    expect(await agreement('{}')).toBe(false)
    expect(
      await agreement(
        "{ 'node_modules/zod': { version: '4.6.7' }, 'node_modules/other-machine': { version: '0.9.0' } }",
      ),
    ).toBe(false)
  })
})
