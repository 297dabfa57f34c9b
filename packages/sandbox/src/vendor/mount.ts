import type { Context, Hono } from 'hono'
import { demo } from '../demo'
import { takeOne } from '../faults'
import type { Sandbox } from '../sandbox'
import { checkToken } from './access-token'
import { noteCall, noteRefusal } from './call-tally'
import { countCall } from './rate-limit'
import type { VendorApi, VendorCall } from './vendor-api'
import { VendorError } from './vendor-error'

const targets = (api: string | undefined, path: string): boolean => api === undefined || path.endsWith(api)

function concurrencyOf({ world }: Sandbox, path: string): number {
  const knob = world.faults.concurrency
  if (knob !== undefined && targets(knob.api, path)) return knob.atOnce
  return path === 'externalcontact/mark_tag' && world.switches.markTagConcurrency === 'five' ? 5 : 200
}

async function readBody(context: Context): Promise<Pick<VendorCall, 'body' | 'file'>> {
  if (context.req.method !== 'POST') return { body: {}, file: null }
  if ((context.req.header('content-type') ?? '').startsWith('multipart/form-data')) {
    const form = await context.req.parseBody()
    const file = Object.values(form).find((value): value is File => value instanceof File)
    if (file === undefined) return { body: form, file: null }
    return { body: form, file: { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) } }
  }
  const text = await context.req.text()
  if (text === '') return { body: {}, file: null }
  try {
    return { body: JSON.parse(text), file: null }
  } catch {
    throw new VendorError(47001)
  }
}

/**
 * Serves vendor APIs below `root`, with what holds for all of them: knobs, token, base limits, HTTP 200 with errcode.
 * @param vendor whose address list and corp token apply
 */
export function mountVendor(
  app: Hono,
  root: string,
  vendor: 'wecom' | 'wechat',
  apis: VendorApi[],
  sandbox: Sandbox,
): void {
  const { world, clock } = sandbox
  const inFlight = new Map<string, number>()
  const byPath = new Map(apis.map((api) => [`${root}/${api.path}`, api]))

  const answer = async (api: VendorApi, context: Context): Promise<object | Response> => {
    if (context.req.method !== api.method) throw new VendorError(api.method === 'GET' ? 43001 : 43002)
    const flying = (inFlight.get(api.path) ?? 0) + 1
    inFlight.set(api.path, flying)
    noteCall(world.tallies, `${vendor}/${api.path}`, flying)
    try {
      const query = context.req.query()
      const wait = world.faults.latency?.milliseconds ?? 0
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      if (flying > concurrencyOf(sandbox, api.path)) throw new VendorError(45033)
      if (vendor === 'wecom' && world.faults.callerNotTrusted !== undefined)
        throw new VendorError(60020, 'from ip: 127.0.0.1')
      const token =
        api.access === 'none' ? null : checkToken(sandbox, query['access_token'], api.access, demo.corp.corpid)
      const quota = world.faults.quota
      const perMinute = quota !== undefined && targets(quota.api, api.path) ? quota.perMinute : undefined
      if (!countCall(world.calls, `${vendor}/${api.path}`, clock.now(), perMinute)) throw new VendorError(45009)
      const fault = world.faults.apiError
      if (fault !== undefined && targets(fault.api, api.path) && takeOne(world.faults, 'apiError'))
        throw new VendorError(fault.errcode)
      const { body, file } = await readBody(context)
      const origin = new URL(context.req.url).origin
      const range = context.req.header('range') ?? null
      return await api.handle({ sandbox, query, body, file, origin, range, token })
    } finally {
      inFlight.set(api.path, (inFlight.get(api.path) ?? 1) - 1)
    }
  }

  app.all(`${root}/*`, async (context) => {
    const api = byPath.get(context.req.path)
    if (api === undefined)
      return context.json({ errcode: 404, errmsg: `not in this sandbox: ${context.req.path}` }, 404)
    const broken = world.faults.httpStatus
    if (broken !== undefined && targets(broken.api, api.path) && takeOne(world.faults, 'httpStatus')) {
      return new Response('', { status: broken.status })
    }
    try {
      const result = await answer(api, context)
      if (result instanceof Response) return result
      return context.json({ errcode: 0, errmsg: 'ok', ...result })
    } catch (error) {
      if (!(error instanceof VendorError)) throw error
      noteRefusal(world.tallies, `${vendor}/${api.path}`, error.errcode)
      sandbox.feed.add('api.refused', `接口 ${api.path} 返回 ${error.errcode}`, {
        api: api.path,
        errcode: error.errcode,
        errmsg: error.message,
      })
      return context.json({
        errcode: error.errcode,
        errmsg: `${error.message}, hint: [${clock.now()}], from ip: 127.0.0.1`,
      })
    }
  })
}
