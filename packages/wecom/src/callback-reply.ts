import { checked } from './limits'
import { type TemplateCardUpdate, templateCardUpdateSchema } from './template-card'

export interface CardReply {
  /** Who clicked, `FromUserName` of the event: only this member's card changes. */
  to: string
  corpId: string
  at: Date
  /** Grey the buttons out under a new name, or become another card. */
  change: { replaceName: string } | { card: TemplateCardUpdate }
}

/**
 * Plain XML that changes the clicker's card in the answer to `template_card_event` (document 90241); seal it with
 * `CallbackCipher.seal` and send it within the 5 s of the callback.
 * @throws WecomInputRefused for a card beyond its limits
 */
export function cardReplyXml({ to, corpId, at, change }: CardReply): string {
  const head = {
    to_user_name: to,
    from_user_name: corpId,
    create_time: Math.floor(at.getTime() / 1000),
  }
  if ('replaceName' in change)
    return xmlOf({ ...head, msg_type: 'update_button', button: { replace_name: change.replaceName } })
  const card = checked('update_template_card', templateCardUpdateSchema, change.card)
  return xmlOf({ ...head, msg_type: 'update_template_card', template_card: card })
}

type Part = string | number | undefined | readonly Part[] | { readonly [name: string]: Part }

const xmlOf = (fields: Part): string => `<xml>${inner(fields, 'xml')}</xml>`

function inner(part: Part, parent: string): string {
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return cdata(part)
  return Object.entries(part ?? {})
    .flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one: Part) => [name, one] as const) : [[name, value] as const],
    )
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const element = elementName(name, parent)
      return `<${element}>${inner(value, name)}</${element}>`
    })
    .join('')
}

/** Words that WeCom writes as one in JSON and as two in XML. */
const twoWords: Record<string, string> = { keyname: 'KeyName', userid: 'UserId', pagepath: 'PagePath', appid: 'AppId' }

/** `sub_title_text` is `SubTitleText`. A quote alone spells its mini-program `Appid`. */
function elementName(name: string, parent: string): string {
  if (name === 'appid' && parent === 'quote_area') return 'Appid'
  return twoWords[name] ?? name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** What a person typed may end a section or hold signs that XML does not know. */
function cdata(text: string): string {
  // The last two are no characters in XML, nor are most control characters.
  const clean = text.replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, '')
  return `<![CDATA[${clean.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
