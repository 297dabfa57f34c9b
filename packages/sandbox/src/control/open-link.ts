import type { Sandbox } from '../sandbox'
import type { ContactWay } from '../wecom/contact-way'
import { ControlError } from './control-error'

/** The way a QR stands for: given by picture url or content, by configId, or by the latest with a state. */
export function openContactLink(
  sandbox: Sandbox,
  given: { url?: string | undefined; configId?: string | undefined; state?: string | undefined },
): ContactWay {
  const ways = sandbox.world.contactWays
  let way: ContactWay | undefined
  if (given.configId !== undefined) way = ways.find((one) => one.configId === given.configId)
  else if (given.url !== undefined) {
    const id = /\/(?:qr\/contact|ca)\/([0-9a-z]+)/.exec(given.url)?.[1]
    way = ways.find((one) => one.configId === id)
  } else if (given.state !== undefined) way = ways.filter((one) => one.state === given.state).at(-1)
  else throw new ControlError('badInput', 'one of url, configId, state is needed', 'url')
  if (way === undefined) throw new ControlError('notFound', 'no such contact way: it was deleted, or never made')
  return way
}
