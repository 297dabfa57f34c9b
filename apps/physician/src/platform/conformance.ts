type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never

/** Fails to compile when an adapter lacks an export of the port, misspells one, or has one too many. */
export const adaptersConform: [
  Same<typeof import('./index'), typeof import('./index.weapp')>,
  Same<typeof import('./index'), typeof import('./index.h5')>,
] = [true, true]
