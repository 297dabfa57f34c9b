import type { Macro } from '@suixing/contracts'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'

/** Ready sentences of a programme's team: those the console saved, until then the programme's own. */
export async function macrosOf(product: Product, programmeId: string): Promise<readonly Macro[]> {
  const saved = await product.repositories.duty.macrosOf(programmeId)
  return saved ?? product.programmes.get(programmeId).definition.quickReplies
}

/** Replaces them all. Throws bad-request when two have one id. */
export async function saveMacros(product: Product, programmeId: string, macros: readonly Macro[]): Promise<void> {
  const ids = macros.map(({ id }) => id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw new ApiError('bad-request', 'two sentences have one id', { field: `body.macros.${twice}.id` })
  await product.repositories.duty.saveMacros(programmeId, macros)
  await product.repositories.duty.touch(programmeId)
}
