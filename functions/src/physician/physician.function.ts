import { Inject, Provide } from '@midwayjs/core'
import type { StaffRow } from '@suixing/database'
import { reply } from '../conversation/reply'
import { forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import type { Principal } from '../platform/session'
import { patientList } from './patient-list'
import { patientPage } from './patient-page'

/** What the physician mini-program calls. A physician sees the patients they are responsible for, and no others. */
@Provide()
export class PhysicianFunction {
  @Inject('product')
  product!: Product

  @Serve('physicianPatients')
  async patients({ who, query }: Call<'physicianPatients'>): Promise<Answer<'physicianPatients'>> {
    return patientList(this.product, await this.physician(who), query.filter, query.since)
  }

  @Serve('physicianPatient')
  async patient({ who, params, query }: Call<'physicianPatient'>): Promise<Answer<'physicianPatient'>> {
    return patientPage(this.product, await this.physician(who), params['id'] ?? '', query.since)
  }

  @Serve('reply')
  async reply({ who, params, body }: Call<'reply'>): Promise<Answer<'reply'>> {
    const staff = await this.physician(who)
    return reply(this.product, {
      patientId: params['id'] ?? '',
      staff,
      text: body.text,
      clientId: body.clientId,
    })
  }

  private async physician(who: Principal | null): Promise<StaffRow> {
    const person = who?.kind === 'staff' ? await this.product.repositories.staff.byId(who.staffId) : null
    if (!person) throw forbidden()
    return person
  }
}
