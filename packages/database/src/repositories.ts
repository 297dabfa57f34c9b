import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import { inbox } from './callback/inbox.collection'
import { inboxRepository } from './callback/inbox.repository'
import { welcomes } from './callback/welcome.collection'
import { welcomeRepository } from './callback/welcome.repository'
import { conversations } from './conversation/conversation.collection'
import { conversationRepository } from './conversation/conversation.repository'
import { handOvers } from './conversation/hand-over.collection'
import { handOverRepository } from './conversation/hand-over.repository'
import { kfAccounts } from './conversation/kf-account.collection'
import { kfAccountRepository } from './conversation/kf-account.repository'
import { kfParked } from './conversation/kf-parked.collection'
import { kfParkedRepository } from './conversation/kf-parked.repository'
import { messages } from './conversation/message.collection'
import { messageRepository } from './conversation/message.repository'
import { subscribeCredits } from './conversation/subscribe-credit.collection'
import { subscribeCreditRepository } from './conversation/subscribe-credit.repository'
import { enrolments } from './enrolment/enrolment.collection'
import { enrolmentRepository } from './enrolment/enrolment.repository'
import { escalations } from './escalation/escalation.collection'
import { escalationRepository } from './escalation/escalation.repository'
import { agenda } from './followup/agenda.collection'
import { agendaRepository } from './followup/agenda.repository'
import { touchpoints } from './followup/touchpoint.collection'
import { touchpointRepository } from './followup/touchpoint.repository'
import { imports, readings } from './glucose/reading.collection'
import { readingRepository } from './glucose/reading.repository'
import { entryKeys } from './identity/entry-key.collection'
import { families } from './identity/family.collection'
import { familyRepository } from './identity/family.repository'
import { identityLinks } from './identity/identity-link.collection'
import { identityRepository } from './identity/identity.repository'
import { patients } from './identity/patient.collection'
import { media } from './media/media.collection'
import { mediaRepository } from './media/media.repository'
import { modelOf } from './platform/define-model'
import type { CollectionDeclaration } from './platform/define-model'
import { preparations } from './platform/preparation.collection'
import type { PreparationRow } from './platform/preparation.collection'
import { contactWays, programmeVersions } from './programme/programme.collection'
import { programmeRepository } from './programme/programme.repository'
import { duties, feeds, macroSets } from './staff/duty.collection'
import { dutyRepository } from './staff/duty.repository'
import { signInStates, staff } from './staff/staff.collection'
import { staffRepository } from './staff/staff.repository'
import { patientTags, wecomTags } from './tag/patient-tag.collection'
import { tagRepository } from './tag/tag.repository'

/** Every collection of the product. */
export const collections: readonly CollectionDeclaration<unknown>[] = [
  agenda,
  contactWays,
  conversations,
  duties,
  enrolments,
  entryKeys,
  escalations,
  families,
  feeds,
  handOvers,
  identityLinks,
  imports,
  inbox,
  kfAccounts,
  kfParked,
  macroSets,
  media,
  messages,
  patientTags,
  patients,
  preparations,
  programmeVersions,
  readings,
  signInStates,
  staff,
  subscribeCredits,
  touchpoints,
  wecomTags,
  welcomes,
]

/**
 * Makes collections and indexes; called at every start, and again without harm. A start that finds them made from these very
 * declarations asks the database once: an index somebody removed by hand comes back with the next changed declaration.
 */
export async function prepareCollections(connection: Connection): Promise<void> {
  const made = modelOf(connection, preparations)
  const digest = createHash('sha256')
    .update(JSON.stringify(collections.map(({ name, indexes }) => ({ name, indexes }))))
    .digest('hex')
  if ((await made.findById('collections').lean<PreparationRow>().exec())?.digest === digest) return
  for (const declaration of collections) {
    const model = modelOf(connection, declaration)
    await model.createCollection()
    await model.createIndexes()
  }
  await made.updateOne({ _id: 'collections' }, { $set: { digest } }, { upsert: true })
}

/** All repositories over one connection. */
export function repositories(connection: Connection) {
  return {
    agenda: agendaRepository(connection),
    conversations: conversationRepository(connection),
    duty: dutyRepository(connection),
    enrolments: enrolmentRepository(connection),
    escalations: escalationRepository(connection),
    families: familyRepository(connection),
    handOvers: handOverRepository(connection),
    identities: identityRepository(connection),
    inbox: inboxRepository(connection),
    kfAccounts: kfAccountRepository(connection),
    kfParked: kfParkedRepository(connection),
    media: mediaRepository(connection),
    messages: messageRepository(connection),
    programmes: programmeRepository(connection),
    readings: readingRepository(connection),
    staff: staffRepository(connection),
    subscribeCredits: subscribeCreditRepository(connection),
    tags: tagRepository(connection),
    touchpoints: touchpointRepository(connection),
    welcomes: welcomeRepository(connection),
  }
}
export type Repositories = ReturnType<typeof repositories>
