import { XMLParser } from 'fast-xml-parser'
import { MessagePushRefused } from './push-refused'

/** A pushed message under WeChat's own names. XML gives text only, JSON numbers too; one `List` row comes bare. */
export type PushFields = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  processEntities: false,
  htmlEntities: false,
  maxNestedTags: 16,
})

/** What stands outside of CDATA, where alone markup is markup. */
function outsideCdata(xml: string): string {
  const parts: string[] = []
  for (let at = 0; ;) {
    const start = xml.indexOf('<![CDATA[', at)
    const end = start < 0 ? -1 : xml.indexOf(']]>', start)
    parts.push(xml.slice(at, end < 0 ? undefined : start))
    if (end < 0) return parts.join('')
    at = end + 3
  }
}

const isFields = (value: unknown): value is PushFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  if (text.trimStart().startsWith('{')) return JSON.parse(text)
  if (outsideCdata(text).includes('<!')) throw new MessagePushRefused('malformed')
  return (parser.parse(text, true) as { xml?: unknown }).xml
}

/**
 * Reads a message or envelope in either format of the console, XML or JSON. Entities are never expanded.
 * @throws MessagePushRefused `malformed`
 */
export function pushFields(text: string): PushFields {
  let fields: unknown
  try {
    fields = parsed(text)
  } catch {
    throw new MessagePushRefused('malformed')
  }
  if (!isFields(fields)) throw new MessagePushRefused('malformed')
  return fields
}
