/** What happens at one instant of a replay. `at`: milliseconds since the first instant. `who`: key of the WeChat user. */
export type ReplayEvent = { readonly at: number; readonly who: string } & (
  | { readonly do: 'scan'; readonly physician: Physician }
  /** Opens the mini-program from the welcome's card, signs in and enrols. */
  | { readonly do: 'join' }
  /** Opens the assistant's chat: by the own link of the mini-program, or by a bare link that says nobody's name. */
  | { readonly do: 'enter'; readonly by: 'own-link' | 'bare-link' }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'send'; readonly what: 'image' | 'location' | 'voice' }
  /** Takes back what was said in this line of the file. */
  | { readonly do: 'recall'; readonly line: number }
  /** Taps an entry of the last menu that asks how it was. */
  | { readonly do: 'rate'; readonly entry: number }
  | { readonly do: 'mini-say'; readonly text: string; readonly clientId: string }
  | { readonly do: 'mini-allow' }
  | { readonly do: 'unfriend'; readonly physician: Physician }
  | { readonly do: 'reply'; readonly by: Physician; readonly text: string; readonly clientId: string }
  | { readonly do: 'note'; readonly by: Physician; readonly text: string; readonly clientId: string }
  | { readonly do: 'act'; readonly by: Physician; readonly action: StaffAction }
  /** In the WeCom client. */
  | { readonly do: 'client-say'; readonly by: string; readonly text: string }
  | { readonly do: 'client-end'; readonly by: string }
)
export type Physician = 'linzhiyuan' | 'chensiyuan'
export type StaffAction =
  | { readonly action: 'take' | 'give-back' }
  | { readonly action: 'pass' | 'to-client'; readonly to: string }
  | { readonly action: 'label'; readonly labels: readonly string[] }

/** `Omit` that keeps a union a union. */
export type Untimed = ReplayEvent extends infer E ? (E extends ReplayEvent ? Omit<E, 'at' | 'who'> : never) : never

export const readEvents = (text: string): ReplayEvent[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReplayEvent)
export const writeEvents = (events: readonly ReplayEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('')
