import type { AnswerOf, RouteName } from '@suixing/contracts'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiFailure } from './api-failure'
import type { CallInput } from './call'
import { useCall } from './call-context'

/** How often a screen that waits for something asks again. */
export const pollEveryMs = 3000

/** Key of a route's answer in the query cache. */
export const answerKey = <Name extends RouteName>(name: Name, input: CallInput<Name> = {}) => [
  name,
  input.params ?? {},
  input.query ?? {},
]

/** Whether asking again may help: twice, when no answer came. */
export const worthRetrying = (count: number, error: unknown): boolean =>
  count < 2 && error instanceof ApiFailure && ['unreachable', 'outside-unavailable'].includes(error.code)

/** Keeps the answer before on screen while another page or filter of the same thing is on its way. */
export const sameThing =
  (params: object) =>
  <Before>(before: Before, query?: { readonly queryKey: readonly unknown[] }): Before | undefined =>
    JSON.stringify(query?.queryKey[1]) === JSON.stringify(params) ? before : undefined

/**
 * Reads one GET route and keeps it fresh. While another page or filter of the same thing is on its way the answer before
 * stays on screen; another patient's or programme's never does.
 */
export function useAnswer<Name extends RouteName>(
  name: Name,
  input: CallInput<Name> = {},
  refresh: 'poll' | 'once' = 'poll',
): UseQueryResult<AnswerOf<Name>> {
  const call = useCall()
  return useQuery({
    queryKey: answerKey(name, input),
    queryFn: () => call(name, input),
    refetchInterval: refresh === 'poll' ? pollEveryMs : false,
    placeholderData: sameThing(input.params ?? {}) as never,
    retry: worthRetrying,
  }) as UseQueryResult<AnswerOf<Name>>
}
