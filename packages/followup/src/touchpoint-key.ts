/** What makes two planned contacts the same one. The plan version is not part of it: migrating a plan moves a touchpoint, it makes no second one. */
export interface TouchpointIdentity {
  readonly enrolmentId: string
  readonly planId: string
  readonly stepId: string
  readonly anchorEventId: string
  /** 0 for the first occurrence of a recurring step. */
  readonly ordinal: number
}

/** The key as one string; unique in storage. */
export const touchpointKey = (of: TouchpointIdentity): string =>
  [of.enrolmentId, of.planId, of.stepId, of.anchorEventId, of.ordinal].map((part) => encodeURIComponent(part)).join('/')
