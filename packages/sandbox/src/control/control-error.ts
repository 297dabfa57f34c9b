/** What a control call refuses, with what a person can do about it. */
export class ControlError extends Error {
  constructor(
    readonly code: 'unknownAction' | 'badInput' | 'notFound' | 'notPossible' | 'notImplemented',
    readonly hint: string,
    readonly field: string | null = null,
  ) {
    super(hint)
    this.name = 'ControlError'
  }
}
