import { XMLParser } from 'fast-xml-parser'
import { CipherError, open } from '../callbacks/cipher'
import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'
import { isInteractive } from './card'
import { readCard } from './card-rules'
import { cardOf, replaceButtons, replaceCard } from './sent-card'

const parser = new XMLParser({ parseTagValue: false, trimValues: false, processEntities: false })

type Fields = { [name: string]: unknown }

const irregular: Record<string, string> = {
  KeyName: 'keyname',
  PagePath: 'pagepath',
  AppId: 'appid',
  UserId: 'userid',
}
const lists = /^(HorizontalContentList|VerticalContentList|JumpList|ActionList|OptionList|ButtonList|SelectList)$/

/** The card of a passive answer in the names of the API: `MainTitle.Title` is `main_title.title` (W:90241). */
function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      irregular[name] ?? name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
      lists.test(name) && !Array.isArray(part) ? [named(part)] : named(part),
    ]),
  )
}

function unsealed(text: string): Fields {
  const outer = (parser.parse(text) as { xml?: Fields }).xml ?? {}
  const part = (name: string): string => String(outer[name] ?? '')
  const { message } = open(
    { token: demo.corp.callbackToken, encodingAesKey: demo.corp.encodingAesKey, receiveId: demo.corp.corpid },
    {
      signature: part('MsgSignature'),
      timestamp: part('TimeStamp'),
      nonce: part('Nonce'),
      encrypted: part('Encrypt'),
    },
  )
  return (parser.parse(message) as { xml?: Fields }).xml ?? {}
}

/** Why a passive answer changed nothing; null when it did. */
function apply(sandbox: Sandbox, clicked: { userid: string; messageId: string }, text: string): string | null {
  const member = sandbox.world.members.find((one) => one.userid === clicked.userid)
  const card = member === undefined ? null : cardOf(member, clicked.messageId)
  if (card === null) return 'the card is gone'
  const fields = unsealed(text)
  switch (fields['MsgType']) {
    case 'update_button': {
      if (!isInteractive(card.card)) return 'this card has no buttons to replace'
      const name = (fields['Button'] as Fields | undefined)?.['ReplaceName']
      if (typeof name !== 'string' || name === '') return 'Button.ReplaceName is missing'
      replaceButtons(card, name)
      return null
    }
    case 'update_template_card':
      replaceCard(card, readCard(named(fields['TemplateCard'])))
      return null
    default:
      return `MsgType ${String(fields['MsgType'])}`
  }
}

/**
 * What the receiver answered to a card event changes the card of the one who clicked, and no other (W:90241). An empty
 * answer, or one that is no sealed XML, is an acknowledgement alone.
 */
export function applyPassiveReply(
  sandbox: Sandbox,
  clicked: { userid: string; messageId: string },
  text: string,
): void {
  if (!text.trimStart().startsWith('<xml')) return
  let problem: string | null
  try {
    problem = apply(sandbox, clicked, text)
  } catch (error) {
    if (!(error instanceof VendorError) && !(error instanceof CipherError)) throw error
    problem = error.message
  }
  if (problem === null) sandbox.feed.add('card.updated', '卡片按回调的应答更新', clicked)
  else sandbox.feed.add('card.replyRefused', '回调的应答未能更新卡片', { ...clicked, problem })
}
