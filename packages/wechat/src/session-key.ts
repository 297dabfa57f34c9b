import { inspect } from 'node:util'

/** A session key that shows itself neither in logs nor in JSON nor in templates: only `reveal` gives it out. */
export class SessionKey {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '[session key]'
  }

  toJSON(): string {
    return '[session key]'
  }

  [inspect.custom](): string {
    return '[session key]'
  }
}
