/** Where a phone stands. An app keeps running behind the chats, as in WeChat. */
export type Screen = { kind: 'home' } | { kind: 'chat'; chatId: string } | { kind: 'app'; appid: string }

/** A mini-program that was opened: `serial` changes with every launch at a page, for the frame to load anew. */
export interface OpenApp {
  appid: string
  path: string
  serial: number
}

export interface Navigation {
  /** Never empty; the last is on top. */
  stack: readonly Screen[]
  apps: readonly OpenApp[]
}

export type Step =
  | { do: 'home' }
  | { do: 'back' }
  /** Closes whatever app is on top: the chat or list below it. */
  | { do: 'leave-app' }
  | { do: 'open-chat'; chatId: string }
  /** `path: null` comes back to where the app was left, or launches its first page. */
  | { do: 'open-app'; appid: string; path: string | null; firstPath: string }

export const atHome: Navigation = { stack: [{ kind: 'home' }], apps: [] }

export const topOf = (navigation: Navigation): Screen => navigation.stack.at(-1) ?? { kind: 'home' }

export function navigate(navigation: Navigation, step: Step): Navigation {
  switch (step.do) {
    case 'home':
      return { ...navigation, stack: [{ kind: 'home' }] }
    case 'back':
      return { ...navigation, stack: navigation.stack.length > 1 ? navigation.stack.slice(0, -1) : navigation.stack }
    case 'leave-app': {
      const stack = navigation.stack.filter((screen) => screen.kind !== 'app')
      return { ...navigation, stack: stack.length > 0 ? stack : [{ kind: 'home' }] }
    }
    case 'open-chat':
      return push(navigation, { kind: 'chat', chatId: step.chatId })
    case 'open-app': {
      const open = navigation.apps.find((app) => app.appid === step.appid)
      const others = navigation.apps.filter((app) => app !== open)
      const app =
        open && step.path === null
          ? open
          : { appid: step.appid, path: step.path ?? step.firstPath, serial: (open?.serial ?? 0) + 1 }
      return push({ ...navigation, apps: [...others, app] }, { kind: 'app', appid: step.appid })
    }
  }
}

/** A screen already in the stack comes to the top, so that back never walks in circles. */
function push(navigation: Navigation, screen: Screen): Navigation {
  const rest = navigation.stack.filter((one) => keyOf(one) !== keyOf(screen))
  return { ...navigation, stack: [...rest, screen] }
}

const keyOf = (screen: Screen): string =>
  screen.kind === 'chat' ? `chat ${screen.chatId}` : screen.kind === 'app' ? `app ${screen.appid}` : 'home'
