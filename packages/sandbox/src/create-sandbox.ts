import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { createPusher } from './callbacks/pusher'
import { createClock } from './clock/clock'
import type { Clock, ClockMode } from './clock/clock'
import { createPresence } from './clock/presence'
import { mountControl, runControl } from './control/mount-control'
import { demo } from './demo'
import { mountPages } from './pages-folder'
import type { Sandbox } from './sandbox'
import { switchesSchema } from './switches'
import type { Switches } from './switches'
import { mountVendor } from './vendor/mount'
import { createFeed } from './view/feed'
import { mountViews } from './view/mount-views'
import { wechatApis } from './wechat/apis'
import { wecomApis } from './wecom/apis'
import { mountLoginPage } from './wecom/login-page'
import { createMediaStore } from './wecom/media-store'
import { mountPictures } from './wecom/pictures'
import { createIds } from './world/ids'
import { createSnapshot, readSnapshot } from './world/snapshot'
import { freshWorld } from './world/world'
import type { World } from './world/world'

export interface SandboxOptions {
  /** Where state survives a restart; null or absent keeps it in memory. */
  stateFolder?: string | null
  /** Drops what the state folder holds. */
  fresh?: boolean
  seed?: string
  callbackUrl?: string | null
  /** `host:port` of pages that sign-in may return to, beside the callback's own. */
  trustedDomains?: readonly string[]
  mode?: ClockMode
  switches?: Partial<Switches>
  /** Built web pages, served at `/` and `/pages`. */
  pagesFolder?: string | null
  /** Where the portal's phones find the mini-programs as web pages. */
  appUrls?: { patient?: string; physician?: string }
  /** When a callback receiver has had its time: after 5 real seconds as at the vendor, unless a test decides. */
  pushDeadline?: () => AbortSignal
  /** A monotonic count of real milliseconds; the machine's own unless a test moves it. */
  real?: () => number
}

export interface SandboxServer {
  app: Hono
  clock: Clock
  world: World
  /** Listens on 127.0.0.1 and answers the port; 0 picks a free one. */
  listen(port: number): Promise<number>
  /** The same as `POST /control/{action}`. Throws a ControlError. */
  control(action: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}

/** Builds a sandbox. Nothing listens or fires on its own account before it is used. */
export function createSandbox(options: SandboxOptions = {}): SandboxServer {
  const folder = options.stateFolder ?? null
  if (folder !== null && options.fresh === true) {
    rmSync(join(folder, 'state.json'), { force: true })
    rmSync(join(folder, 'media'), { recursive: true, force: true })
  }
  const kept = folder === null ? null : readSnapshot(folder)
  // What a snapshot of an older sandbox does not hold begins empty.
  const world = kept === null ? freshWorld(options.seed ?? demo.seed) : { ...freshWorld(kept.seed), ...kept }
  if (options.mode !== undefined) world.clock.mode = options.mode
  if (options.callbackUrl !== undefined) world.callbackUrl = options.callbackUrl
  if (options.trustedDomains !== undefined) world.trustedDomains = [...options.trustedDomains]
  world.switches = switchesSchema.parse({ ...world.switches, ...options.switches })

  const clock = createClock(world.clock, options.real ?? (() => performance.now()))
  const snapshot = createSnapshot(folder, () => {
    clock.settle()
    return world
  })
  const dirty = (): void => snapshot.later()
  const ids = createIds(world.seed, world.serials)
  const sandbox: Sandbox = {
    world,
    clock,
    ids,
    feed: createFeed(world, () => clock.now(), dirty),
    pusher: undefined as never,
    media: createMediaStore(folder),
    presence: createPresence(
      () => world.followers,
      () => clock.real(),
      () => sandbox.changed(),
    ),
    appUrls: { patient: options.appUrls?.patient ?? null, physician: options.appUrls?.physician ?? null },
    waitingSince: new Map(),
    dirty,
    changed() {
      world.version += 1
      dirty()
    },
  }
  sandbox.pusher = createPusher(sandbox, options.pushDeadline ?? (() => AbortSignal.timeout(5_000)))

  const app = new Hono()
  mountVendor(app, '/wecom/cgi-bin', 'wecom', wecomApis, sandbox)
  mountLoginPage(app, sandbox)
  mountVendor(app, '/wechat', 'wechat', wechatApis, sandbox)
  mountPictures(app, sandbox)
  mountControl(app, sandbox)
  mountViews(app, sandbox)
  mountPages(app, options.pagesFolder ?? null)

  let server: ServerType | null = null
  return {
    app,
    clock,
    world,
    listen: (port) =>
      new Promise((resolve, reject) => {
        const started = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address: AddressInfo) =>
          resolve(address.port),
        )
        started.on('error', reject)
        server = started
      }),
    control: (action, body) => runControl(sandbox, action, body ?? {}),
    async close() {
      sandbox.pusher.stop()
      const open = server
      server = null
      if (open !== null) {
        if ('closeAllConnections' in open) open.closeAllConnections()
        await new Promise((resolve) => open.close(resolve))
      }
      snapshot.flush()
    },
  }
}
