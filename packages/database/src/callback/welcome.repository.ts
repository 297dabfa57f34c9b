import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { welcomes } from './welcome.collection'
import type { WelcomeRow } from './welcome.collection'

/** Welcomes: the attempt is durable before the call, the outcome after it. */
export function welcomeRepository(connection: Connection) {
  const model = modelOf(connection, welcomes)
  return {
    byId: (id: string): Promise<WelcomeRow | null> => model.findById(id).lean<WelcomeRow>().exec(),
    async trying(id: string, enrolmentId: string, at: string): Promise<void> {
      await model.updateOne(
        { _id: id },
        { $setOnInsert: { enrolmentId, state: 'trying', at, why: null } },
        { upsert: true },
      )
    },
    async settle(id: string, state: 'sent' | 'not-sent', why: string | null): Promise<void> {
      await model.updateOne({ _id: id, state: 'trying' }, { $set: { state, why } })
    },
  }
}
export type WelcomeRepository = ReturnType<typeof welcomeRepository>
