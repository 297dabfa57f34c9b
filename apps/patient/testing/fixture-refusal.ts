import type { ErrorCode } from '@suixing/contracts'

/** Thrown by a fixture where the host would refuse. */
export class FixtureRefusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(code)
    this.name = 'FixtureRefusal'
  }
}
