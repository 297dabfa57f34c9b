export type ClockMode = 'running' | 'frozen'

/** `at` is the business instant when the clock last moved; a running clock flows from there at real pace. */
export interface ClockState {
  at: number
  mode: ClockMode
}

export interface Clock {
  /** Business time in milliseconds since the epoch. */
  now(): number
  mode(): ClockMode
  /** Moves to an instant. */
  set(at: number): void
  setMode(mode: ClockMode): void
  /** Stops the flow while an advance walks from instant to instant; the mode stays what it is. */
  hold(): void
  release(): void
  held(): boolean
  /** Real milliseconds that do not depend on the business clock. */
  real(): number
  /** Writes the present instant into the state, for a snapshot. */
  settle(): void
  onChange(listener: () => void): void
}

/** @param real a monotonic count of real milliseconds */
export function createClock(state: ClockState, real: () => number): Clock {
  let anchor = real()
  let held = false
  const listeners: (() => void)[] = []
  const flowing = (): boolean => state.mode === 'running' && !held
  const now = (): number => (flowing() ? state.at + Math.floor(real() - anchor) : state.at)
  const settle = (): void => {
    state.at = now()
    anchor = real()
  }
  const changed = (): void => listeners.forEach((listener) => listener())
  return {
    now,
    mode: () => state.mode,
    set(at) {
      state.at = at
      anchor = real()
      changed()
    },
    setMode(mode) {
      settle()
      state.mode = mode
      changed()
    },
    hold() {
      settle()
      held = true
    },
    release() {
      anchor = real()
      held = false
      changed()
    },
    held: () => held,
    real,
    settle,
    onChange(listener) {
      listeners.push(listener)
    },
  }
}
