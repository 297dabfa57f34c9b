import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadProgramme, loadProgrammes } from './load-programme'

const shipped = join(__dirname, '..')

async function changed(file: string, from: string, to: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'programme-'))
  await cp(join(shipped, 'type-2-diabetes'), folder, { recursive: true })
  const text = await readFile(join(folder, file), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(folder, file), text.replace(from, to))
  return folder
}

describe('shipped programmes', () => {
  it('load, and every FAQ entry names its reviewer and source', async () => {
    const programmes = await loadProgrammes(shipped)
    expect(programmes.map(({ id }) => id)).toContain('type-2-diabetes')
    for (const programme of programmes)
      for (const entry of programme.faq) expect(entry.source.title && entry.reviewedBy).toBeTruthy()
  })
  it('fit into one kf text of 2048 bytes', async () => {
    const programme = await loadProgramme(join(shipped, 'type-2-diabetes'))
    const texts = [
      ...programme.contents.map((c) => c.text),
      ...programme.faq.map((f) => f.answer),
      programme.handOver.patientText,
      programme.redFlagAdvice,
    ]
    for (const text of texts) expect(new TextEncoder().encode(text).length).toBeLessThan(1800)
  })
})

it('reads a part in JSON, as the bundle has it, before YAML', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'programme-'))
  await cp(join(shipped, 'type-2-diabetes'), folder, { recursive: true })
  const written = await loadProgramme(folder)
  const faq = { faq: written.faq.slice(0, 1) }
  await writeFile(join(folder, 'faq.json'), JSON.stringify(faq))
  expect(await loadProgramme(folder)).toEqual({ ...written, ...faq })
})

describe('a programme that cannot be used', () => {
  it.each([
    ['tags.yaml', 'tag: insulin-user', 'tag: nobody', 'tagRules.on-insulin.tag'],
    ['plans.yaml', 'content: first-check', 'content: missing', 'plans.first-week.first-check.content'],
    ['programme.yaml', 'name: 2型糖尿病院外管理', 'name: ""', 'name'],
    ['plans.yaml', 'windowHours: 36', 'windowHours: -1', 'plans.0.steps.0.windowHours'],
  ])('%s: says which field', async (file, from, to, field) => {
    const folder = await changed(file, from, to)
    await expect(loadProgramme(folder)).rejects.toMatchObject({
      code: 'programme-invalid',
      problems: [expect.objectContaining({ field })],
    })
  })
})
