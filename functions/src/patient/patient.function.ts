import { Inject, Provide } from '@midwayjs/core'
import { ApiError } from '../platform/api-error'
import { kfEntryUrl } from '../conversation/entry-link'
import { enrolPatient, enrolmentOffer } from '../enrolment/enrol-patient'
import { withdrawPatient } from '../enrolment/withdraw-patient'
import { glucoseView } from '../glucose/glucose-view'
import { importFile } from '../glucose/import-file'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import { checkHour, ownEnrolment, patientIdOf, patientMe } from './patient-me'
import { patientToday } from './patient-today'

/** Everything the patient mini-program calls. A patient sees only what is their own. */
@Provide()
export class PatientFunction {
  @Inject('product')
  product!: Product

  @Serve('patientMe')
  async me({ who }: Call<'patientMe'>): Promise<Answer<'patientMe'>> {
    return patientMe(this.product, patientIdOf(who))
  }

  @Serve('enrolmentOffer')
  async offer({ who, params }: Call<'enrolmentOffer'>): Promise<Answer<'enrolmentOffer'>> {
    return enrolmentOffer(this.product, await ownEnrolment(this.product, patientIdOf(who), params['id'] ?? ''))
  }

  @Serve('enrol')
  async enrol({ who, params, body }: Call<'enrol'>): Promise<Answer<'enrol'>> {
    const patientId = patientIdOf(who)
    await enrolPatient(this.product, await ownEnrolment(this.product, patientId, params['id'] ?? ''), body)
    return patientMe(this.product, patientId)
  }

  @Serve('withdraw')
  async withdraw({ who, params }: Call<'withdraw'>): Promise<Answer<'withdraw'>> {
    const patientId = patientIdOf(who)
    await withdrawPatient(this.product, await ownEnrolment(this.product, patientId, params['id'] ?? ''))
    return patientMe(this.product, patientId)
  }

  /** Somebody who withdrew comes back: invited again, with everything to be read and consented anew. */
  @Serve('rejoin')
  async rejoin({ who, params }: Call<'rejoin'>): Promise<Answer<'rejoin'>> {
    const patientId = patientIdOf(who)
    const enrolment = await ownEnrolment(this.product, patientId, params['id'] ?? '')
    await this.product.repositories.enrolments.inviteAgain(enrolment._id, this.product.clock.instant())
    await this.changed(patientId)
    return patientMe(this.product, patientId)
  }

  @Serve('patientToday')
  async today({ who }: Call<'patientToday'>): Promise<Answer<'patientToday'>> {
    return patientToday(this.product, patientIdOf(who))
  }

  @Serve('assistantLink')
  async assistantLink({ who }: Call<'assistantLink'>): Promise<Answer<'assistantLink'>> {
    const patientId = patientIdOf(who)
    const [enrolment] = await this.product.repositories.enrolments.ofPatient(patientId)
    const url = enrolment ? await kfEntryUrl(this.product, patientId, enrolment.programmeId) : null
    if (!url || !this.product.config.corp) throw new ApiError('not-found', 'the programme has no assistant chat')
    return { url, corpId: this.product.config.corp.WECOM_CORP_ID }
  }

  @Serve('patientGlucose')
  async glucose({ who, query }: Call<'patientGlucose'>): Promise<Answer<'patientGlucose'>> {
    return glucoseView(this.product, patientIdOf(who), query.days)
  }

  @Serve('patientGlucoseImport')
  async importGlucose({ who, query, file }: Call<'patientGlucoseImport'>): Promise<Answer<'patientGlucoseImport'>> {
    const patientId = patientIdOf(who)
    return importFile(this.product, { ...query, patientId, by: 'patient', bytes: file })
  }

  @Serve('setPreferences')
  async preferences({ who, body }: Call<'setPreferences'>): Promise<Answer<'setPreferences'>> {
    const patientId = patientIdOf(who)
    await checkHour(this.product, patientId, body.hour)
    await this.product.repositories.identities.setProfile(patientId, { preferences: body })
    await this.changed(patientId)
    return patientMe(this.product, patientId)
  }

  @Serve('optOut')
  async optOut({ who, body }: Call<'optOut'>): Promise<Answer<'optOut'>> {
    const patientId = patientIdOf(who)
    await this.product.repositories.identities.addOptOut(patientId, {
      scope: body.scope,
      at: this.product.clock.instant(),
    })
    await this.changed(patientId)
    return patientMe(this.product, patientId)
  }

  @Serve('optIn')
  async optIn({ who, body }: Call<'optIn'>): Promise<Answer<'optIn'>> {
    const patientId = patientIdOf(who)
    await this.product.repositories.identities.removeOptOut(patientId, body.scope)
    await this.changed(patientId)
    return patientMe(this.product, patientId)
  }

  private async changed(patientId: string): Promise<void> {
    const at = this.product.clock.instant()
    await this.product.repositories.identities.touch(patientId, at)
    await this.product.repositories.agenda.wake(patientId, at)
    await this.product.nudge('patients')
  }
}
