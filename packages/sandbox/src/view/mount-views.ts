import type { Context, Hono } from 'hono'
import { demo } from '../demo'
import { faultSchemas } from '../faults'
import type { Sandbox } from '../sandbox'
import { switchSchemas } from '../switches'
import { qrCodeUrl } from '../wecom/contact-way'
import { memberView } from './member'
import { phoneView } from './phone'

const eventsPerAnswer = 500

/** What the sandbox's own pages read. All carry `version`; with `?after=version` an unchanged view is told in a word. */
export function mountViews(app: Hono, sandbox: Sandbox): void {
  const { world, clock } = sandbox
  const answer = (context: Context, make: () => object): Response => {
    const after = context.req.query('after')
    const now = new Date(clock.now()).toISOString()
    if (after !== undefined && Number(after) >= world.version)
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
    const after = Number(context.req.query('after') ?? 0)
    return answer(context, () => ({
      events: world.feed
        .filter((entry) => entry.version > after)
        .slice(-eventsPerAnswer)
        .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
    }))
  })
  app.get('/view/state', (context) =>
    answer(context, () => ({
      mode: clock.mode(),
      corp: {
        name: demo.corp.name,
        corpid: demo.corp.corpid,
        agentid: demo.corp.agentid,
        agentName: demo.corp.agentName,
      },
      miniPrograms: Object.values(demo.miniPrograms).map(({ appid, name }) => ({ appid, name })),
      kfAccounts: world.kfAccounts
        .filter((one) => !one.deleted)
        .map(({ openKfid, name, servicers, links }) => ({ openKfid, name, servicers, links: links.length })),
      contactWays: world.contactWays.map((way) => ({
        configId: way.configId,
        state: way.state,
        users: way.users,
        remark: way.remark,
        qrCode: qrCodeUrl('', way),
      })),
      callbackUrl: world.callbackUrl,
      trustedDomains: world.trustedDomains,
      followers: world.followers.map((one) => one.url),
      faults: world.faults,
      knobs: Object.keys(faultSchemas),
      switches: Object.entries(switchSchemas).map(([name, schema]) => ({
        name,
        value: world.switches[name as keyof typeof world.switches],
        options: schema.unwrap().options,
      })),
      templates: world.templates,
      pushes: world.pushes
        .slice(-50)
        .map(({ id, event, outcome, tries, dueAt }) => ({
          id,
          event,
          outcome,
          dueAt: new Date(dueAt).toISOString(),
          tries,
        })),
    })),
  )
}
