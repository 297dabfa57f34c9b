import type { Context, Hono } from 'hono'
import type { Sandbox } from '../sandbox'
import { memberView } from './member'
import { phoneView } from './phone'
import { stateView } from './state'

const eventsPerAnswer = 500

/** What the sandbox's own pages read. All carry `version`; with `?after=version` an unchanged view is told in a word. */
export function mountViews(app: Hono, sandbox: Sandbox): void {
  const { world, clock } = sandbox
  let minute = Math.floor(clock.now() / 60_000)
  /** Every view shows the time, so a new minute is news. */
  const turnMinute = (): void => {
    const present = Math.floor(clock.now() / 60_000)
    if (present !== minute) world.version += 1
    minute = present
  }
  const answer = (context: Context, make: () => object): Response => {
    const after = context.req.query('after')
    const now = new Date(clock.now()).toISOString()
    turnMinute()
    // A version from before a fresh start may be larger than ours: it knows nothing of this world.
    if (after !== undefined && Number(after) === world.version)
      return context.json({ version: world.version, now, unchanged: true })
    return context.json({ version: world.version, now, ...make() })
  }

  app.get('/view/phones', (context) =>
    answer(context, () => ({ users: world.users.map(({ key, name, gender }) => ({ key, name, gender })) })),
  )
  app.get('/view/phones/:user', (context) => {
    const user = world.users.find((one) => one.key === context.req.param('user'))
    return user === undefined ? context.notFound() : answer(context, () => phoneView(sandbox, user))
  })
  app.get('/view/members', (context) =>
    answer(context, () => ({
      members: world.members.map(({ userid, name, position, inScope }) => ({ userid, name, position, inScope })),
    })),
  )
  app.get('/view/members/:userid', (context) => {
    const member = world.members.find((one) => one.userid === context.req.param('userid'))
    return member === undefined ? context.notFound() : answer(context, () => memberView(sandbox, member))
  })
  app.get('/view/events', (context) => {
    const asked = Number(context.req.query('after') ?? 0)
    const after = asked > world.version ? 0 : asked
    return answer(context, () => ({
      entries: world.feed.filter((entry) => entry.version > after).slice(-eventsPerAnswer),
    }))
  })
  app.get('/view/state', (context) => {
    sandbox.presence.look()
    return answer(context, () => stateView(sandbox))
  })
}
