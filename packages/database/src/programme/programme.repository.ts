import type { ProgrammeDefinition } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { contactWays, programmeVersions } from './programme.collection'
import type { ContactWayRow, ProgrammeVersionRow } from './programme.collection'

/** A version that was published before with other content. */
export class ProgrammeVersionTaken extends Error {
  readonly code = 'programme-version-taken'
  constructor(programmeId: string, version: number) {
    super(`${programmeId} version ${version} is already published with other content: raise its version`)
  }
}

/** Published programmes and the contact ways that lead into them. */
export function programmeRepository(connection: Connection) {
  const versions = modelOf(connection, programmeVersions)
  const ways = modelOf(connection, contactWays)
  return {
    /** Publishes a version; the same content again changes nothing. */
    async publish(definition: ProgrammeDefinition, digest: string, at: string): Promise<void> {
      const { id: programmeId, version } = definition
      const _id = `${programmeId}@${version}`
      const storedDigest = async (): Promise<string | undefined> =>
        (await versions.findById(_id, { digest: 1 }).lean<ProgrammeVersionRow>().exec())?.digest
      // Looked for first: at all but the first start it is there, and a refused insert costs more than a look.
      let stored = await storedDigest()
      if (stored === undefined) {
        try {
          await versions.create({ _id, programmeId, version, digest, definition, publishedAt: at })
          return
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
          stored = await storedDigest()
        }
      }
      if (stored !== digest) throw new ProgrammeVersionTaken(programmeId, version)
    },
    async current(): Promise<ProgrammeDefinition[]> {
      const rows = await versions.find({}).sort({ programmeId: 1, version: -1 }).lean<ProgrammeVersionRow[]>().exec()
      return rows.filter((row, at) => rows[at - 1]?.programmeId !== row.programmeId).map((row) => row.definition)
    },
    contactWays: (programmeId: string): Promise<ContactWayRow[]> =>
      ways.find({ programmeId }).sort({ _id: 1 }).lean<ContactWayRow[]>().exec(),
    contactWayByState: (state: string): Promise<ContactWayRow | null> =>
      ways.findOne({ state }).lean<ContactWayRow>().exec(),
    contactWay: (programmeId: string, physicianId: string): Promise<ContactWayRow | null> =>
      ways.findOne({ programmeId, physicianId }).lean<ContactWayRow>().exec(),
    /** Keeps the wish for a contact way before WeCom is asked; one a physician and programme. */
    async wantContactWay(
      row: Omit<ContactWayRow, 'status' | 'configId' | 'qrCode' | 'failure' | 'scans'>,
    ): Promise<ContactWayRow> {
      try {
        await ways.create({ ...row, status: 'creating', configId: null, qrCode: null, failure: null, scans: 0 })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
      return (await ways
        .findOne({ programmeId: row.programmeId, physicianId: row.physicianId })
        .lean<ContactWayRow>()
        .exec()) as ContactWayRow
    },
    async settleContactWay(
      id: string,
      change: Pick<ContactWayRow, 'status' | 'configId' | 'qrCode' | 'failure'>,
    ): Promise<ContactWayRow> {
      return (await ways
        .findByIdAndUpdate(id, { $set: change }, { returnDocument: 'after' })
        .lean<ContactWayRow>()
        .exec()) as ContactWayRow
    },
    async countScan(id: string): Promise<void> {
      await ways.updateOne({ _id: id }, { $inc: { scans: 1 } })
    },
  }
}
export type ProgrammeRepository = ReturnType<typeof programmeRepository>
