import type { Hono } from 'hono'
import * as z from 'zod'
import { faultSchemas } from '../faults'
import type { Sandbox } from '../sandbox'
import { actions } from './actions'
import { clockNow } from './clock-actions'
import { ControlError } from './control-error'

/** Runs one action on checked input; throws {@link ControlError}. */
export async function runControl(sandbox: Sandbox, name: string, body: unknown): Promise<unknown> {
  const found = actions.find((one) => one.name === name)
  if (found === undefined) throw new ControlError('unknownAction', `no action ${name}; GET /control lists them`)
  const parsed = found.input.safeParse(body)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ControlError('badInput', issue?.message ?? 'bad input', issue?.path.join('.') || null)
  }
  return found.run(sandbox, parsed.data)
}

const statusOf = { unknownAction: 404, notFound: 404, badInput: 400, notPossible: 409, notImplemented: 501 } as const

/** `POST /control/{action}`, and what can be read: `/control`, `/control/clock`, `/control/faults`, `/control/pushes`. */
export function mountControl(app: Hono, sandbox: Sandbox): void {
  app.get('/control', (context) =>
    context.json({
      actions: actions.map(({ name, summary, input }) => ({
        name,
        summary,
        input: z.toJSONSchema(input, { io: 'input' }),
      })),
    }),
  )
  app.get('/control/clock', (context) => context.json(clockNow(sandbox)))
  app.get('/control/faults', (context) =>
    context.json({
      faults: sandbox.world.faults,
      knobs: Object.fromEntries(
        Object.entries(faultSchemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
      ),
    }),
  )
  app.get('/control/pushes', (context) => context.json({ pushes: sandbox.world.pushes.slice(-200) }))
  app.post('/control/:action', async (context) => {
    try {
      const text = await context.req.text()
      const body: unknown = text === '' ? {} : JSON.parse(text)
      return context.json((await runControl(sandbox, context.req.param('action'), body)) as object)
    } catch (error) {
      if (error instanceof SyntaxError) return context.json({ code: 'badInput', field: null, hint: 'not JSON' }, 400)
      if (!(error instanceof ControlError)) throw error
      return context.json({ code: error.code, field: error.field, hint: error.hint }, statusOf[error.code])
    }
  })
}
