import type { StatementName } from '../postgres/statements'
import { bsonColumn } from '../postgres/bson-column'
import type { Call, Handler } from './call'
import { explain } from './explain'

type Values = (call: Call) => readonly unknown[]

const bodyWithDb: Values = (call) => [call.db, call.request.body]
const bodyAlone: Values = (call) => [call.request.body]
const scale = (call: Call): number => Number(call.command['scale'] ?? 1)

/** A command whose whole reply is one bson column. */
function single(statement: StatementName, values: Values = bodyWithDb): Handler {
  return async (call, { backend }) => {
    const [reply] = await backend.run(call.client, statement, values(call))
    return bsonColumn(reply)
  }
}

function cursor(statement: StatementName): Handler {
  return (call, { cursors }) => cursors.first(call, statement)
}

const aggregate: Handler = (call, shared) =>
  call.command['explain']
    ? explain({ ...call, command: { explain: call.command } }, shared)
    : shared.cursors.first(call, 'aggregate')

/** Commands that read. */
export const queryCommands: Readonly<Record<string, Handler>> = {
  find: cursor('find'),
  aggregate,
  listCollections: cursor('listCollections'),
  listIndexes: cursor('listIndexes'),
  getMore: (call, { cursors }) => cursors.next(call),
  killCursors: (call, { cursors }) => cursors.kill((call.command['cursors'] ?? []) as (bigint | number)[]),
  count: single('count'),
  distinct: single('distinct'),
  validate: single('validate'),
  listDatabases: single('listDatabases', bodyAlone),
  currentOp: single('currentOp', bodyAlone),
  collStats: single('collStats', (call) => [call.db, call.collection, scale(call)]),
  dbStats: single('dbStats', (call) => [call.db, scale(call)]),
  explain,
}
