import type { Macro } from '@suixing/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'
import { answerKey } from '../api/use-answer'

/** A change of the list, made on what the host has at that moment. */
export type MacroChange = (macros: readonly Macro[]) => Macro[]

/** A sentence added at the end, or put in the place of the one with its id. */
export const withMacro =
  (macro: Macro): MacroChange =>
  (macros) =>
    macros.some(({ id }) => id === macro.id)
      ? macros.map((one) => (one.id === macro.id ? macro : one))
      : [...macros, macro]
export const withoutMacro =
  (id: string): MacroChange =>
  (macros) =>
    macros.filter((one) => one.id !== id)
/** A sentence back in its old place, unless somebody has put it there meanwhile. */
export const withMacroAt =
  (macro: Macro, index: number): MacroChange =>
  (macros) =>
    macros.some(({ id }) => id === macro.id) ? [...macros] : [...macros.slice(0, index), macro, ...macros.slice(index)]

/** Changes the ready sentences of a programme. A save replaces them all, so the change is made on a list read just before. */
export function useMacros(programmeId: string) {
  const call = useCall()
  const cache = useQueryClient()
  const params = { id: programmeId }
  return useMutation({
    mutationFn: async (change: MacroChange) => {
      const { macros } = await call('macros', { params })
      return call('setMacros', { params, body: { macros: change(macros) } })
    },
    onSuccess: (answer) => cache.setQueryData(answerKey('macros', { params }), answer),
  })
}
