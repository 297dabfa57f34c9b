import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import vm from 'node:vm'
import type { FakeWx } from './fake-wx'
import { WeappPage } from './weapp-page'

type Life = Record<string, (...given: unknown[]) => unknown>
interface Instance extends Life {
  data: never
}
interface AppJson {
  readonly pages: readonly string[]
}

const setPath = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const keys = path.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  const last = keys.pop() ?? ''
  let place = target
  for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>
  place[last] = value
}

const queryOf = (url: string): { path: string; query: Record<string, string> } => {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?')
  return { path, query: Object.fromEntries(new URLSearchParams(search)) }
}

/**
 * Runs a compiled weapp package in plain Node: loads app.js with a fake wx, opens pages, keeps the page stack that
 * navigation changes, and holds what setData said. It lays nothing out and knows no WXML: what a page shows is read from
 * the tree Taro sends. `close` stops its timers.
 */
export const runWeapp = (folder: string, wx: FakeWx) => {
  const appJson = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  const errors: unknown[] = []
  const timers = new Set<NodeJS.Timeout>()
  const stack: { page: WeappPage; life: Instance }[] = []
  const pages = new Map<string, Life>()
  let app: Life = {}
  let loading = ''
  let closed = false

  const timer = (act: () => void, ms?: number): NodeJS.Timeout => {
    const held = setTimeout(() => {
      timers.delete(held)
      if (closed) return
      try {
        act()
      } catch (error) {
        errors.push(error)
      }
    }, ms)
    timers.add(held)
    return held
  }
  const sandbox: Record<string, unknown> = {
    wx: wx.api,
    console: {
      ...console,
      error: (...said: unknown[]) => errors.push(said.map(String).join(' ')),
      log() {},
      warn() {},
    },
    setTimeout: timer,
    clearTimeout: (held: NodeJS.Timeout) => clearTimeout(held),
    setInterval: (act: () => void, ms?: number) => {
      const held = setInterval(act, ms)
      timers.add(held)
      return held
    },
    clearInterval: (held: NodeJS.Timeout) => clearInterval(held),
    App: (config: Life) => (app = config),
    Page: (config: Life) => void pages.set(loading, config),
    Component: () => undefined,
    Behavior: (behavior: unknown) => behavior,
    getApp: () => app,
    getCurrentPages: () => stack.map(({ life }) => life),
  }
  sandbox.global = sandbox
  sandbox.globalThis = sandbox
  const context = vm.createContext(sandbox)
  const modules = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const code = `(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`
    const run = vm.runInContext(code, context, { filename: file }) as (...given: unknown[]) => void
    run((id: string) => load(resolve(dirname(file), id.endsWith('.js') ? id : `${id}.js`)), module, module.exports)
    return module.exports
  }

  const open = (url: string): WeappPage => {
    const { path, query } = queryOf(url)
    loading = path
    load(join(folder, `${path}.js`))
    const config = pages.get(path)
    if (!config) throw new Error(`no page ${path}`)
    const data = structuredClone(config.data ?? {}) as unknown as Record<string, unknown>
    const life = Object.assign(Object.create(null), config, {
      route: path,
      __route__: path,
      options: query,
      data,
      selectComponent: () => null,
      getTabBar: () => null,
      setData(change: Record<string, unknown>, done?: () => void) {
        for (const [key, value] of Object.entries(change)) setPath(data, key, value)
        timer(() => done?.call(life))
      },
    }) as Instance & { eh: (event: object) => void }
    const page = new WeappPage(path, life as never)
    stack.push({ page, life })
    life.onLoad?.(query)
    life.onShow?.()
    life.onReady?.()
    return page
  }
  const leave = () => stack.pop()?.life.onUnload?.()
  const done = (options: { success?: (result: object) => void; complete?: (result: object) => void }) =>
    timer(() => {
      options.success?.({ errMsg: 'ok' })
      options.complete?.({ errMsg: 'ok' })
    })
  type Go = { url: string; success?: () => void }
  Object.assign(wx.api, {
    navigateTo(options: Go) {
      stack[stack.length - 1]?.life.onHide?.()
      open(options.url)
      done(options)
    },
    redirectTo(options: Go) {
      leave()
      open(options.url)
      done(options)
    },
    switchTab(options: Go) {
      while (stack.length > 0) leave()
      open(options.url)
      done(options)
    },
    reLaunch(options: Go) {
      while (stack.length > 0) leave()
      open(options.url)
      done(options)
    },
    navigateBack(options: Go) {
      leave()
      stack[stack.length - 1]?.life.onShow?.()
      done(options)
    },
  })

  load(join(folder, 'app.js'))
  app.onLaunch?.({ ...wx.launch, path: appJson.pages[0] })
  app.onShow?.({ ...wx.launch })

  /** Waits until `holds` does, looking after each turn of the event loop; gives up after 4 s with the words of the page. */
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    const end = Date.now() + 4000
    while (!holds()) {
      if (Date.now() > end) throw new Error(`not within 4 s: ${what}; page says ${stack[stack.length - 1]?.page.text}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    pages: appJson.pages,
    errors,
    open,
    until,
    /** The page in front. */
    get front(): WeappPage {
      const top = stack[stack.length - 1]
      if (!top) throw new Error('no page is open')
      return top.page
    },
    close() {
      while (stack.length > 0) leave()
      closed = true
      for (const held of timers) clearTimeout(held)
    },
  }
}
/** A running package. */
export type RunningWeapp = ReturnType<typeof runWeapp>
