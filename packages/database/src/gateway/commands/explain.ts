import type { Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'
import { encode, type Handler } from './call'

const EXPLAINABLE: Readonly<Record<string, string>> = {
  find: 'find',
  aggregate: 'pipeline',
  count: 'count',
  distinct: 'distinct',
  findAndModify: 'find_and_modify',
  update: 'update',
  delete: 'delete',
}

/** Explains a command by PostgreSQL's plan, whose nodes are shown under the names of MongoDB's stages. */
export const explain: Handler = async (call, { backend }) => {
  const explained = call.command['explain'] as Document
  const [kind = ''] = Object.keys(explained)
  const query = EXPLAINABLE[kind]
  if (!query) throw new MongoError(MongoCode.CommandNotFound, `explain of '${kind}' is not supported`)
  const { explain: _, ...spec } = kind === 'aggregate' ? { ...explained, cursor: {} } : explained
  const text = `EXPLAIN (FORMAT JSON, VERBOSE) SELECT document FROM documentdb_api_catalog.bson_aggregation_${query}($1, $2)`
  const client = call.client ?? (await backend.pool.acquire())
  try {
    const { rows } = await client.query<[[{ Plan: Document }]]>({
      text,
      values: [call.db, encode(spec)],
      rowMode: 'array',
    })
    const plan = rows[0]?.[0][0].Plan ?? {}
    const namespace = `${call.db}.${String(explained[kind])}`
    return {
      explainVersion: '1',
      queryPlanner: { namespace, winningPlan: stageOf(plan), rejectedPlans: [] },
      postgresPlan: plan,
    }
  } finally {
    if (!call.client) backend.pool.release(client)
  }
}

function stageOf(node: Document): Document {
  const type = String(node['Node Type'])
  const children = ((node['Plans'] ?? []) as Document[]).map(stageOf)
  const [only] = children
  const input = children.length > 1 ? { inputStages: children } : only ? { inputStage: only } : {}
  return { stage: stageName(type), ...(node['Index Name'] ? { indexName: node['Index Name'] } : {}), ...input }
}

function stageName(nodeType: string): string {
  if (nodeType.includes('Index')) return 'IXSCAN'
  return { 'Seq Scan': 'COLLSCAN', Sort: 'SORT', Limit: 'LIMIT' }[nodeType] ?? nodeType.toUpperCase()
}
