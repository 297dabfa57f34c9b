import type * as z from 'zod'
import type { Sandbox } from '../sandbox'

/** One `POST /control/{name}`. `summary` is what GET /control tells. */
export interface Action {
  name: string
  summary: string
  input: z.ZodType
  run(sandbox: Sandbox, given: unknown): unknown
}

/** Ties the input schema of an action to the type its body works with. */
export function action<S extends z.ZodType>(definition: {
  name: string
  summary: string
  input: S
  run(sandbox: Sandbox, given: z.output<S>): unknown
}): Action {
  return definition as Action
}
