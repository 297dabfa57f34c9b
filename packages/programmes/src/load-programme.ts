import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { programmeDefinition } from '@suixing/contracts'
import type { ProgrammeDefinition } from '@suixing/contracts'

/** A programme folder that cannot be used: which file and field, and why. */
export class ProgrammeInvalid extends Error {
  readonly code = 'programme-invalid'
  constructor(
    readonly folder: string,
    readonly problems: readonly { readonly field: string; readonly text: string }[],
  ) {
    super(`${folder}: ${problems.map(({ field, text }) => `${field}: ${text}`).join('; ')}`)
  }
}

/** Files of a programme folder; `consent.yaml` stands under its own key, the others side by side. */
const files = ['programme', 'consent', 'tags', 'plans', 'contents', 'faq'] as const

/** Reads and checks one programme. Throws ProgrammeInvalid naming every field that is wrong. */
export async function loadProgramme(folder: string): Promise<ProgrammeDefinition> {
  const parts = await Promise.all(
    files.map(async (name): Promise<Record<string, unknown>> => {
      const content = await readPart(folder, name)
      return name === 'consent' ? { consent: content } : content
    }),
  )
  const checked = programmeDefinition.safeParse(Object.assign({}, ...parts))
  if (!checked.success) {
    throw new ProgrammeInvalid(
      folder,
      checked.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
    )
  }
  const problems = danglingReferences(checked.data)
  if (problems.length > 0) throw new ProgrammeInvalid(folder, problems)
  return checked.data
}

/** A part as the bundle has it, in JSON, which takes a hundredth of the time; else as people write it, in YAML. */
async function readPart(folder: string, name: string): Promise<Record<string, unknown>> {
  const json = await readFile(join(folder, `${name}.json`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (json !== null) return JSON.parse(json) as Record<string, unknown>
  const { parse } = await import('yaml')
  return parse(await readFile(join(folder, `${name}.yaml`), 'utf8')) as Record<string, unknown>
}

/** Reads every programme below `root`. */
export async function loadProgrammes(root: string): Promise<ProgrammeDefinition[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const folders = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== 'src' && entry.name !== 'node_modules',
  )
  return Promise.all(folders.map((entry) => loadProgramme(join(root, entry.name))))
}

function danglingReferences(programme: ProgrammeDefinition): { field: string; text: string }[] {
  const tags = new Set(programme.tags.map((tag) => tag.id))
  const contents = new Set(programme.contents.map((content) => content.id))
  return [
    ...programme.tagRules
      .filter((rule) => !tags.has(rule.tag))
      .map((rule) => ({ field: `tagRules.${rule.id}.tag`, text: `no tag ${rule.tag}` })),
    ...programme.plans.flatMap((plan) =>
      plan.steps
        .filter((step) => !contents.has(step.content))
        .map((step) => ({ field: `plans.${plan.id}.${step.id}.content`, text: `no content ${step.content}` })),
    ),
  ]
}
