/** Holds the three ports to one shape: a misspelt or extra export fails the type check. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
/** True for each adapter whose exports equal the in-memory port's. */
export const conformance: [
  Same<typeof import('./index'), typeof import('./index.weapp')>,
  Same<typeof import('./index'), typeof import('./index.h5')>,
] = [true, true]
