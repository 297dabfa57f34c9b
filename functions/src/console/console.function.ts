import { Inject, Provide } from '@midwayjs/core'
import { glucoseView } from '../glucose/glucose-view'
import { importFile } from '../glucose/import-file'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { Serve } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import { createContactWay } from '../programme/contact-way'
import { consolePatientPage } from './patient-page'
import { patientRows } from './patient-rows'
import { programmePage } from './programme-page'

/** What the operators' console calls. */
@Provide()
export class ConsoleFunction {
  @Inject('product')
  product!: Product

  @Serve('programmes')
  async programmes(_: Call<'programmes'>): Promise<Answer<'programmes'>> {
    return {
      programmes: this.product.programmes.all.map(
        ({ definition: { id, name, organisation, department, version } }) => ({
          id,
          name,
          organisation,
          department,
          version,
        }),
      ),
    }
  }

  @Serve('programme')
  async programme({ params }: Call<'programme'>): Promise<Answer<'programme'>> {
    return programmePage(this.product, params['id'] ?? '')
  }

  @Serve('createContactWay')
  async contactWay({ params, body }: Call<'createContactWay'>): Promise<Answer<'createContactWay'>> {
    const programme = this.product.programmes.find(params['id'] ?? '')
    if (!programme) throw new ApiError('not-found', 'no such programme')
    return createContactWay(this.product, programme.definition.id, body.physicianId)
  }

  @Serve('consolePatients')
  async patients({ query }: Call<'consolePatients'>): Promise<Answer<'consolePatients'>> {
    return patientRows(this.product, query)
  }

  @Serve('consolePatient')
  async patient({ params }: Call<'consolePatient'>): Promise<Answer<'consolePatient'>> {
    return consolePatientPage(this.product, params['id'] ?? '')
  }

  @Serve('consoleGlucose')
  async glucose({ params, query }: Call<'consoleGlucose'>): Promise<Answer<'consoleGlucose'>> {
    return glucoseView(this.product, await this.known(params['id'] ?? ''), query.days)
  }

  @Serve('consoleGlucoseImport')
  async importGlucose({
    params,
    query,
    file,
    who,
  }: Call<'consoleGlucoseImport'>): Promise<Answer<'consoleGlucoseImport'>> {
    const by = who?.kind === 'staff' ? who.staffId : 'staff'
    return importFile(this.product, { ...query, patientId: await this.known(params['id'] ?? ''), by, bytes: file })
  }

  private async known(patientId: string): Promise<string> {
    if (!(await this.product.repositories.identities.patient(patientId)))
      throw new ApiError('not-found', 'no such patient')
    return patientId
  }
}
