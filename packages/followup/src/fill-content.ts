import type { ContentDefinition } from '@suixing/contracts'
import type { OutgoingMessage } from './channel'

/** Variables a content may name. */
export type ContentVariables = Readonly<Record<string, string>>

/** Fills {variables} in. A content that names an unknown variable is left out: it is never sent with a hole, `decide` hands it to a person. */
export function fillContents(
  contents: readonly ContentDefinition[],
  variables: ContentVariables,
): ReadonlyMap<string, OutgoingMessage> {
  const filled = contents.map(({ id, text }): [string, OutgoingMessage | null] => {
    let complete = true
    const full = text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined
      if (value === undefined) complete = false
      return value ?? ''
    })
    return [id, complete ? { contentId: id, text: full } : null]
  })
  return new Map(filled.filter((entry): entry is [string, OutgoingMessage] => entry[1] !== null))
}
