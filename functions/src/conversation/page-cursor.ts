import type { Before } from '@suixing/database'

/** Where a page ended, as the next one is asked for: `<instant>_<message id>`. */
export const cursorAfter = ({ at, _id }: { readonly at: string; readonly _id: string }): string => `${at}_${_id}`

/** Reads such a cursor; undefined for none. What is no cursor asks for what is older than nothing, and finds nothing. */
export function beforeOf(cursor: string | undefined): Before | undefined {
  if (cursor === undefined) return undefined
  const cut = cursor.indexOf('_')
  return { at: cursor.slice(0, Math.max(0, cut)), id: cursor.slice(cut + 1) }
}
