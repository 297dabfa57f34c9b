import { XMLParser } from 'fast-xml-parser'
import { CallbackRefused } from './callback-refused'

/** A value of callback XML: text as written (numbers stay text), a repeated element, or nested elements. */
export type XmlValue = string | XmlValue[] | XmlFields
export interface XmlFields {
  [name: string]: XmlValue
}

/** Elements that WeCom repeats: a list even when it holds one. */
const repeated = new Set(['Item', 'AuthAddOpenKfId', 'AuthDelOpenKfId', 'SelectedItem', 'OptionId'])

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  processEntities: false,
  htmlEntities: false,
  maxNestedTags: 16,
  isArray: (name) => repeated.has(name),
})

/** CDATA may hold anything a person typed, so markup is looked for outside of it only. One pass, however hostile. */
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

/**
 * Parses `<xml>…</xml>` of a WeCom callback. Entities are never expanded and attributes are dropped.
 * @throws CallbackRefused `malformed` for a DOCTYPE, an entity declaration, broken XML or another root
 */
export function xmlFields(xml: string): XmlFields {
  if (outsideCdata(xml).includes('<!')) throw new CallbackRefused('malformed', 'markup declarations are not accepted')
  let parsed: unknown
  try {
    parsed = parser.parse(xml, true)
  } catch {
    throw new CallbackRefused('malformed', 'not well-formed XML')
  }
  const root = (parsed as { xml?: unknown }).xml
  if (typeof root !== 'object' || root === null || Array.isArray(root))
    throw new CallbackRefused('malformed', 'no <xml> element')
  return root as XmlFields
}

/** Characters beyond base64 that an envelope may have; a real one has about a hundred. */
const envelopeMarkup = 512

/**
 * The `Encrypt` value of the outer XML. Nothing else there is signed, so nothing else is read; and since nothing is
 * verified yet, the parser only gets what has the size of an envelope's markup.
 * @throws CallbackRefused
 */
export function encryptedValue(xml: string): string {
  if (xml.replace(/[A-Za-z0-9+/=]+/g, '').length > envelopeMarkup)
    throw new CallbackRefused('malformed', 'not an envelope')
  const value = xmlFields(xml)['Encrypt']
  if (typeof value !== 'string' || value === '') throw new CallbackRefused('malformed', 'no Encrypt value', 'Encrypt')
  return value
}
