import { Inject, Provide } from '@midwayjs/core'
import type { ConversationPage } from '@suixing/contracts'
import type { StaffRow } from '@suixing/database'
import { uploadMedia } from '../media/upload-media'
import { forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import type { Principal } from '../platform/session'
import { act } from './act'
import { conversationPage } from './conversation-page'
import { inbox } from './inbox'
import { conversationFor } from './seen-by'
import { staffMessage } from './staff-message'

/** The signed-in person of the team. */
export async function staffOf(product: Product, who: Principal | null): Promise<StaffRow> {
  const person = who?.kind === 'staff' ? await product.repositories.staff.byId(who.staffId) : null
  if (!person) throw forbidden()
  return person
}

/** The page after a change, read anew. */
export async function freshPage(product: Product, staff: StaffRow, id: string): Promise<ConversationPage> {
  return conversationPage(product, await conversationFor(product, staff, id), staff, {})
}

/** The physician's inbox: the conversations a physician takes part in, and no others. */
@Provide()
export class ConversationFunction {
  @Inject('product')
  product!: Product

  @Serve('physicianInbox')
  async inbox({ who, query }: Call<'physicianInbox'>): Promise<Answer<'physicianInbox'>> {
    return inbox(this.product, await staffOf(this.product, who), 'physician', query)
  }

  @Serve('physicianConversation')
  async page({ who, params, query }: Call<'physicianConversation'>): Promise<Answer<'physicianConversation'>> {
    const staff = await staffOf(this.product, who)
    return conversationPage(this.product, await conversationFor(this.product, staff, params['id'] ?? ''), staff, query)
  }

  @Serve('physicianSend')
  async send({ who, params, body }: Call<'physicianSend'>): Promise<Answer<'physicianSend'>> {
    const staff = await staffOf(this.product, who)
    return staffMessage(this.product, await conversationFor(this.product, staff, params['id'] ?? ''), staff, body)
  }

  @Serve('physicianAct')
  async act({ who, params, body }: Call<'physicianAct'>): Promise<Answer<'physicianAct'>> {
    const staff = await staffOf(this.product, who)
    const id = params['id'] ?? ''
    await act(this.product, await conversationFor(this.product, staff, id), staff, body)
    return freshPage(this.product, staff, id)
  }

  @Serve('physicianUpload')
  async upload({ who, query, file }: Call<'physicianUpload'>): Promise<Answer<'physicianUpload'>> {
    const staff = await staffOf(this.product, who)
    return { media: await uploadMedia(this.product, { ...query, bytes: file, by: staff._id }) }
  }
}
