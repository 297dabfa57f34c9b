import { ServerlessTrigger, ServerlessTriggerType } from '@midwayjs/core'
import { routes, statusOf } from '@suixing/contracts'
import type { ErrorEnvelope, Guard, Route, RouteName } from '@suixing/contracts'
import { WecomError, WecomUnreachable } from '@suixing/wecom'
import * as z from 'zod'
import { ApiError } from './api-error'
import { admit } from './guard'
import type { HttpContext } from './http-context'
import type { Product } from './product'
import type { Principal } from './session'

type Routes = typeof routes
/** A call that has passed its guard and its schemas. */
export interface Call<Name extends RouteName> {
  readonly params: Readonly<Record<string, string>>
  readonly query: z.output<Routes[Name]['query']>
  readonly body: z.output<Routes[Name]['body']>
  /** Bytes of an uploaded file; empty where the route takes JSON. */
  readonly file: Buffer
  readonly who: Principal | null
  readonly ctx: HttpContext
}
export type Answer<Name extends RouteName> = z.input<Routes[Name]['answer']>

/** One trigger as declared in code: the table of rights and serverless.yml are checked against these. */
export interface DeclaredTrigger {
  readonly name: string
  readonly type: 'http' | 'timer'
  readonly method?: string
  readonly path?: string
  readonly cron?: string
  readonly guard: Guard
}
export const declaredTriggers: DeclaredTrigger[] = []

interface HasProduct {
  readonly product: Product
}

/** Serves a route of the contract: guard, then schemas, then the method, then the answer's schema. */
export function Serve<Name extends RouteName>(name: Name) {
  const route = routes[name]
  return <This extends HasProduct>(
    target: This,
    key: string,
    descriptor: TypedPropertyDescriptor<(call: Call<Name>) => Promise<Answer<Name>>>,
  ): void => {
    const method = descriptor.value
    if (!method) throw new TypeError(`${key} is no method`)
    const handler = async function (this: This, ctx: HttpContext): Promise<unknown> {
      return answering(this.product, ctx, async () => {
        const who = await admit(this.product, route.guard, ctx)
        const call = { params: decoded(ctx.req.pathParameters ?? {}), ...input(route, ctx), who, ctx } as Call<Name>
        return route.answer.parse(await method.call(this, call))
      })
    }
    descriptor.value = handler as never
    declaredTriggers.push({ name, type: 'http', method: route.method, path: route.path, guard: route.guard })
    ServerlessTrigger(ServerlessTriggerType.HTTP, { path: route.path, method: route.method.toLowerCase() as 'get' })(
      target,
      key,
      descriptor as PropertyDescriptor,
    )
  }
}

/** Serves an address outside the contract (callbacks, redirects); the method writes to the context itself. */
export function ServeRaw(method: 'get' | 'post', path: string, guard: Guard) {
  return <This extends HasProduct, Out extends string | Buffer>(
    target: This,
    key: string,
    descriptor: TypedPropertyDescriptor<(ctx: HttpContext) => Promise<Out>>,
  ): void => {
    const own = descriptor.value
    if (!own) throw new TypeError(`${key} is no method`)
    const handler = async function (this: This, ctx: HttpContext): Promise<unknown> {
      return answering(this.product, ctx, () => own.call(this, ctx))
    }
    descriptor.value = handler as never
    declaredTriggers.push({ name: key, type: 'http', method: method.toUpperCase(), path, guard })
    ServerlessTrigger(ServerlessTriggerType.HTTP, { path, method })(target, key, descriptor as PropertyDescriptor)
  }
}

function input(
  route: Route<z.ZodType, z.ZodType, z.ZodType>,
  ctx: HttpContext,
): { query: unknown; body: unknown; file: Buffer } {
  const raw = ctx.req.rawBody ?? Buffer.alloc(0)
  const query = checked(route.query, ctx.query ?? {}, 'query')
  if (route.file) return { query, body: {}, file: raw }
  return { query, body: checked(route.body, raw.length > 0 ? json(raw) : {}, 'body'), file: Buffer.alloc(0) }
}

/** Clients encode what they put into a path (`:` of a conversation's id); the router hands it over as it came. */
function decoded(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)]
      } catch {
        throw new ApiError('bad-request', 'not an encoded path', { field: `params.${name}` })
      }
    }),
  )
}

function json(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    throw new ApiError('bad-request', 'the body is not JSON', { field: 'body' })
  }
}

function checked(schema: z.ZodType, value: unknown, where: string): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ApiError('bad-request', issue?.message ?? 'not as the contract says', {
    field: [where, ...(issue?.path ?? [])].join('.'),
  })
}

async function answering(product: Product, ctx: HttpContext, work: () => Promise<unknown>): Promise<unknown> {
  const requestId = ctx.req.requestId ?? ''
  try {
    return await work()
  } catch (error) {
    const failure = asApiError(error)
    if (failure.code === 'internal') product.log.error({ requestId, path: ctx.path, err: error }, 'request failed')
    else if (failure.code === 'outside-unavailable')
      product.log.warn({ requestId, path: ctx.path, why: failure.message }, 'outside unavailable')
    const envelope: ErrorEnvelope = {
      code: failure.code,
      message: failure.code === 'internal' ? 'something went wrong here' : failure.message,
      requestId,
      ...(failure.field === undefined ? {} : { field: failure.field }),
      ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    }
    ctx.status = statusOf(failure.code)
    ctx.type = 'application/json'
    return envelope
  }
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof WecomError || error instanceof WecomUnreachable)
    return new ApiError('outside-unavailable', 'WeCom did not do it', { hint: 'try again in a moment' })
  return new ApiError('internal', 'internal')
}
