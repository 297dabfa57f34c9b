import { Inject, Provide } from '@midwayjs/core'
import { patientIdOf } from '../patient/patient-me'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import { familyChat, familyMembers, familySays, inviteFamily, membershipOf, removeFamily, signInFamily } from './family'

/** Family in the conversation, where the patient allows it. */
@Provide()
export class FamilyFunction {
  @Inject('product')
  product!: Product

  @Serve('inviteFamily')
  async invite({ who, body }: Call<'inviteFamily'>): Promise<Answer<'inviteFamily'>> {
    return inviteFamily(this.product, patientIdOf(who), body)
  }

  @Serve('familyMembers')
  async members({ who }: Call<'familyMembers'>): Promise<Answer<'familyMembers'>> {
    return familyMembers(this.product, patientIdOf(who))
  }

  @Serve('removeFamily')
  async remove({ who, params }: Call<'removeFamily'>): Promise<Answer<'removeFamily'>> {
    return removeFamily(this.product, patientIdOf(who), params['id'] ?? '')
  }

  @Serve('familySignIn')
  async signIn({ body }: Call<'familySignIn'>): Promise<Answer<'familySignIn'>> {
    return signInFamily(this.product, body)
  }

  @Serve('familyMessages')
  async messages({ who, query }: Call<'familyMessages'>): Promise<Answer<'familyMessages'>> {
    return familyChat(this.product, await membershipOf(this.product, who), query)
  }

  @Serve('familySay')
  async say({ who, body }: Call<'familySay'>): Promise<Answer<'familySay'>> {
    return { message: await familySays(this.product, await membershipOf(this.product, who), body) }
  }
}
