import { prepareMatcher } from '@suixing/assistant'
import type { Matcher } from '@suixing/assistant'
import type { ProgrammeDefinition } from '@suixing/contracts'
import { compileStratifier } from '@suixing/followup'
import type { Stratifier } from '@suixing/followup'

/** A published programme with its rules and questions made ready once. */
export interface OpenProgramme {
  readonly definition: ProgrammeDefinition
  readonly stratify: Stratifier
  readonly matcher: Matcher
}
export interface ProgrammeBook {
  find(id: string): OpenProgramme | undefined
  /** Throws RangeError: rows name only published programmes. */
  get(id: string): OpenProgramme
  readonly all: readonly OpenProgramme[]
}

/** Opens the current version of every programme. */
export function programmeBook(definitions: readonly ProgrammeDefinition[]): ProgrammeBook {
  const open = new Map(
    definitions.map((definition): [string, OpenProgramme] => [
      definition.id,
      {
        definition,
        stratify: compileStratifier(definition.tagRules, definition.tags),
        matcher: prepareMatcher(definition.faq),
      },
    ]),
  )
  return {
    find: (id) => open.get(id),
    get(id) {
      const programme = open.get(id)
      if (!programme) throw new RangeError(`programme ${id} is not published`)
      return programme
    },
    all: [...open.values()],
  }
}
