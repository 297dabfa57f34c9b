export type XmlFields = { [name: string]: string | number | XmlFields | readonly (string | XmlFields)[] | undefined }

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

const isList = (value: unknown): value is readonly (string | XmlFields)[] => Array.isArray(value)

function write(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (value === undefined) return ''
      if (typeof value === 'number') return `<${name}>${value}</${name}>`
      if (typeof value === 'string') return `<${name}>${cdata(value)}</${name}>`
      if (isList(value)) return value.map((one) => write({ [name]: one })).join('')
      return `<${name}>${write(value)}</${name}>`
    })
    .join('')
}

/** Callback XML as the vendor writes it: strings as CDATA, numbers bare, lists as repeated elements. */
export function xml(fields: XmlFields): string {
  return `<xml>${write(fields)}</xml>`
}
