import { Inject, Provide } from '@midwayjs/core'
import { uploadMedia } from '../media/upload-media'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import { forbidden } from '../platform/api-error'
import { patientChat, patientReads, patientSays, ratePatient } from './patient-chat'
import { patientContent } from './patient-content'
import { patientIdOf } from './patient-me'

/** The patient's side of the conversation. */
@Provide()
export class PatientChatFunction {
  @Inject('product')
  product!: Product

  @Serve('patientMessages')
  async messages({ who, query }: Call<'patientMessages'>): Promise<Answer<'patientMessages'>> {
    return patientChat(this.product, patientIdOf(who), query)
  }

  @Serve('patientSay')
  async say({ who, body }: Call<'patientSay'>): Promise<Answer<'patientSay'>> {
    return { message: await patientSays(this.product, patientIdOf(who), body) }
  }

  @Serve('patientRead')
  async read({ who, body }: Call<'patientRead'>): Promise<Answer<'patientRead'>> {
    await patientReads(this.product, patientIdOf(who), body)
    return {}
  }

  @Serve('patientUpload')
  async upload({ who, query, file }: Call<'patientUpload'>): Promise<Answer<'patientUpload'>> {
    const patientId = patientIdOf(who)
    return { media: await uploadMedia(this.product, { ...query, bytes: file, by: patientId }) }
  }

  @Serve('patientContent')
  async content({ who, params, query }: Call<'patientContent'>): Promise<Answer<'patientContent'>> {
    return patientContent(this.product, patientIdOf(who), query.programmeId, params['id'] ?? '')
  }

  @Serve('patientRate')
  async rate({ who, body }: Call<'patientRate'>): Promise<Answer<'patientRate'>> {
    await ratePatient(this.product, patientIdOf(who), body)
    return {}
  }

  @Serve('patientSubscribed')
  async subscribed({ who, body }: Call<'patientSubscribed'>): Promise<Answer<'patientSubscribed'>> {
    if (who?.kind !== 'patient') throw forbidden()
    const patientId = patientIdOf(who)
    const templateId = this.product.config.REPLY_TEMPLATE_ID
    const answer = templateId ? body.results[templateId] : undefined
    if (templateId && (answer === 'accept' || answer === 'acceptWithAlert'))
      await this.product.repositories.subscribeCredits.accepted(patientId, who.openid, templateId)
    return {}
  }
}
