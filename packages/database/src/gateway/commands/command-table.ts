import { bulkWrite } from './bulk-write'
import type { Handler } from './call'
import { collectionCommands } from './collection-commands'
import { findAndModify } from './find-and-modify'
import { localCommands } from './local-commands'
import { queryCommands } from './query-commands'
import { writeCommands } from './write-commands'

const commitTransaction: Handler = async (call, { transactions }) => {
  await transactions.commit(call.command)
  return {}
}

const abortTransaction: Handler = async (call, { transactions }) => {
  await transactions.abort(call.command)
  return {}
}

/** Every command the gateway answers, besides the handshake. */
export const COMMANDS: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...localCommands,
    ...writeCommands,
    ...queryCommands,
    ...collectionCommands,
    findAndModify,
    findandmodify: findAndModify,
    bulkWrite,
    commitTransaction,
    abortTransaction,
  }),
)
