import { Inject, Provide } from '@midwayjs/core'
import { act } from '../conversation/act'
import { conversationFigures } from '../conversation/conversation-figures'
import { conversationPage } from '../conversation/conversation-page'
import { freshPage, staffOf } from '../conversation/conversation.function'
import { inbox } from '../conversation/inbox'
import { macrosOf, saveMacros } from '../conversation/macros'
import { messageSearch } from '../conversation/search-text'
import { conversationFor } from '../conversation/seen-by'
import { staffMessage } from '../conversation/staff-message'
import { conversationChanged } from '../conversation/conversation-changed'
import { careRoles } from '../duty/duty-of'
import { dutyView, setDuty } from '../duty/duty-view'
import { uploadMedia } from '../media/upload-media'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'

/** Conversations in the console: everybody's, with who does them, how, and how well. */
@Provide()
export class ConsoleConversationFunction {
  @Inject('product')
  product!: Product

  @Serve('consoleInbox')
  async inbox({ who, query }: Call<'consoleInbox'>): Promise<Answer<'consoleInbox'>> {
    return inbox(this.product, await staffOf(this.product, who), 'console', query)
  }

  @Serve('consoleConversation')
  async page({ who, params, query }: Call<'consoleConversation'>): Promise<Answer<'consoleConversation'>> {
    const staff = await staffOf(this.product, who)
    return conversationPage(this.product, await conversationFor(this.product, staff, params['id'] ?? ''), staff, query)
  }

  @Serve('consoleSend')
  async send({ who, params, body }: Call<'consoleSend'>): Promise<Answer<'consoleSend'>> {
    const staff = await staffOf(this.product, who)
    return staffMessage(this.product, await conversationFor(this.product, staff, params['id'] ?? ''), staff, body)
  }

  @Serve('consoleAct')
  async act({ who, params, body }: Call<'consoleAct'>): Promise<Answer<'consoleAct'>> {
    const staff = await staffOf(this.product, who)
    const id = params['id'] ?? ''
    await act(this.product, await conversationFor(this.product, staff, id), staff, body)
    return freshPage(this.product, staff, id)
  }

  @Serve('consoleUpload')
  async upload({ who, query, file }: Call<'consoleUpload'>): Promise<Answer<'consoleUpload'>> {
    const staff = await staffOf(this.product, who)
    return { media: await uploadMedia(this.product, { ...query, bytes: file, by: staff._id }) }
  }

  @Serve('assign')
  async assign({ who, params, body }: Call<'assign'>): Promise<Answer<'assign'>> {
    const staff = await staffOf(this.product, who)
    const row = await conversationFor(this.product, staff, params['id'] ?? '')
    const person = body.to === null ? null : await this.product.repositories.staff.byId(body.to)
    if (body.to !== null && (!person || !careRoles.includes(person.role)))
      throw new ApiError('bad-request', 'nobody of the team', { field: 'body.to' })
    await this.product.repositories.conversations.assign(row._id, body.to)
    await conversationChanged(this.product, row._id)
    return freshPage(this.product, staff, row._id)
  }

  @Serve('searchMessages')
  async search({ query }: Call<'searchMessages'>): Promise<Answer<'searchMessages'>> {
    return messageSearch(this.product, query)
  }

  @Serve('macros')
  async macros({ params }: Call<'macros'>): Promise<Answer<'macros'>> {
    return { macros: [...(await macrosOf(this.product, this.programme(params)))] }
  }

  @Serve('setMacros')
  async setMacros({ params, body }: Call<'setMacros'>): Promise<Answer<'setMacros'>> {
    const programmeId = this.programme(params)
    await saveMacros(this.product, programmeId, body.macros)
    return { macros: [...(await macrosOf(this.product, programmeId))] }
  }

  @Serve('duty')
  async duty({ params }: Call<'duty'>): Promise<Answer<'duty'>> {
    return dutyView(this.product, this.programme(params))
  }

  @Serve('setDuty')
  async setDuty({ params, body }: Call<'setDuty'>): Promise<Answer<'setDuty'>> {
    const programmeId = this.programme(params)
    await setDuty(this.product, programmeId, body)
    return dutyView(this.product, programmeId)
  }

  @Serve('conversationFigures')
  async figures({ params, query }: Call<'conversationFigures'>): Promise<Answer<'conversationFigures'>> {
    return conversationFigures(this.product, this.programme(params), query.days)
  }

  private programme(params: Readonly<Record<string, string>>): string {
    const programme = this.product.programmes.find(params['id'] ?? '')
    if (!programme) throw new ApiError('not-found', 'no such programme')
    return programme.definition.id
  }
}
