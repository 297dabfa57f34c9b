/** How callbacks reach the host. */
export interface Mode {
  readonly name: 'clean' | 'hostile'
  /** Knobs of the sandbox that are on while the file is played. */
  readonly knobs: Readonly<Record<string, object>>
  /** On where a later pull makes good what was lost: see `play`. */
  readonly doorbellKnobs: Readonly<Record<string, object>>
  /** How often a client sends a request that names itself by a clientId. */
  readonly sends: number
}

export const clean: Mode = { name: 'clean', knobs: {}, doorbellKnobs: {}, sends: 1 }
/** Every callback three times, out of order, and of the doorbells one in five never. */
export const hostile: Mode = {
  name: 'hostile',
  knobs: { callbackDuplicate: { copies: 2 }, callbackReorder: { batch: 6 } },
  doorbellKnobs: { callbackDrop: { rate: 0.2 } },
  sends: 3,
}
