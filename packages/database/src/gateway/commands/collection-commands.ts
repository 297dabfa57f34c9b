import { BSON, type Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'
import { bsonColumn } from '../postgres/bson-column'
import { splitNamespace, type Handler } from './call'

const UNSUPPORTED = ['capped', 'timeseries']

const create: Handler = async (call, { backend }) => {
  const unsupported = UNSUPPORTED.find((option) => call.command[option])
  if (unsupported) {
    throw new MongoError(MongoCode.CommandNotSupported, `${unsupported} collections are not supported by this database`)
  }
  const [reply] = await backend.run(call.client, 'create', [call.db, call.request.body])
  return bsonColumn(reply)
}

/** Indexes are built at once: the extension's background way waits for a job that runs every two seconds. */
const createIndexes: Handler = async (call, { backend }) => {
  await backend.run(call.client, 'createCollection', [call.db, call.collection])
  const [result] = await backend.run(call.client, 'createIndexes', [call.db, call.request.body])
  const { raw, ...reply } = BSON.deserialize(bsonColumn(result)) as { raw?: Record<string, Document> }
  return checked({ ...reply, ...Object.values(raw ?? {})[0] })
}

const dropIndexes: Handler = async (call, { backend }) => {
  const [result] = await backend.run(call.client, 'dropIndexes', [call.db, call.request.body])
  return checked(BSON.deserialize(bsonColumn(result)))
}

const drop: Handler = async (call, { backend }) => {
  const [dropped] = await backend.run(call.client, 'drop', [call.db, call.collection])
  return dropped ? { ns: `${call.db}.${call.collection}`, nIndexesWas: 1 } : {}
}

const dropDatabase: Handler = async (call, { backend }) => {
  await backend.run(call.client, 'dropDatabase', [call.db])
  return { dropped: call.db }
}

const collMod: Handler = async (call, { backend }) => {
  const [reply] = await backend.run(call.client, 'collMod', [call.db, call.collection, call.request.body])
  return bsonColumn(reply)
}

const renameCollection: Handler = async (call, { backend }) => {
  const [db, from] = splitNamespace(call.collection)
  const [toDb, to] = splitNamespace(String(call.command['to']))
  if (db !== toDb)
    throw new MongoError(MongoCode.CommandNotSupported, 'renaming into another database is not supported')
  await backend.run(call.client, 'renameCollection', [db, from, to, call.command['dropTarget'] === true])
  return {}
}

/** Index functions answer `ok` as a boolean and their errors inside the reply. */
function checked(reply: Document): Document {
  if (reply['ok'] === true || reply['ok'] === 1) return { ...reply, ok: 1 }
  throw new MongoError(Number(reply['code'] ?? MongoCode.InternalError), String(reply['errmsg'] ?? 'command failed'))
}

/** Commands on collections, views and indexes. */
export const collectionCommands: Readonly<Record<string, Handler>> = {
  create,
  createIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
  drop,
  dropDatabase,
  collMod,
  renameCollection,
}
