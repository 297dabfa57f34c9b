import { familyDoor, outbox } from '../src/api'
import { memoryPlatform } from '../src/platform/memory-platform'
import { createFixtureHost, type Person } from './fixture-host'

/** Puts a person's fixture host behind the in-memory phone; everything kept before is forgotten. */
export const onMemoryPhone = (person: Person) => {
  const host = createFixtureHost(person)
  memoryPlatform.reset()
  memoryPlatform.answer = ({ method, path, body }) => {
    const answer = host.answer({
      method,
      path,
      ...(typeof body === 'string' ? { body: JSON.parse(body) as unknown } : {}),
      ...(body instanceof ArrayBuffer ? { bytes: body.byteLength } : {}),
    })
    if (answer.status === 0) throw new Error('request:fail')
    return answer
  }
  outbox.restore()
  if (familyDoor.known) familyDoor.forget(familyDoor.known)
  return { host, phone: memoryPlatform }
}
