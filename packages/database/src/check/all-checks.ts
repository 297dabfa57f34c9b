import type { Check } from './check'
import { aggregationChecks } from './checks/aggregation.checks'
import { bulkWriteChecks } from './checks/bulk-write.checks'
import { claimChecks } from './checks/claim.checks'
import { collectionChecks } from './checks/collection.checks'
import { cursorChecks } from './checks/cursor.checks'
import { dateTruncChecks } from './checks/date-trunc.checks'
import { transactionChecks } from './checks/transaction.checks'
import { uniqueKeyChecks } from './checks/unique-key.checks'
import { writeChecks } from './checks/write.checks'

/** What the product relies on from its database, whichever that is. */
export const ALL_CHECKS: readonly Check[] = [
  ...writeChecks,
  ...uniqueKeyChecks,
  ...transactionChecks,
  ...cursorChecks,
  ...bulkWriteChecks,
  ...claimChecks,
  ...dateTruncChecks,
  ...aggregationChecks,
  ...collectionChecks,
]
