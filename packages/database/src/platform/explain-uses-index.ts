import type { mongo } from 'mongoose'

type Document = mongo.BSON.Document
/** Key pattern of each index of a collection, by name. */
export type KeyPatterns = Readonly<Record<string, Document>>

/** Stages of mongod that read by an index whose name they do not always tell. */
const BY_ID = new Set(['IDHACK', 'EXPRESS_CLUSTERED_IXSCAN'])
const BY_INDEX = new Set(['IXSCAN', 'COUNT_SCAN', 'DISTINCT_SCAN', 'EXPRESS_IXSCAN'])

/**
 * Why an explained query reads more than an index would make it, or null when it does not.
 * Understands mongod and DocumentDB, whose plan the gateway shows under mongod's stage names. An index counts only when the filter
 * says something of its first key: read from end to end, for its order or for want of statistics, it is a scan of the collection.
 */
export function missesIndex(explained: Document, filter: Document, patterns: KeyPatterns): string | null {
  const winning = (explained['queryPlanner'] as Document | undefined)?.['winningPlan'] as Document | undefined
  if (!winning) return 'no plan'
  const stages = stagesOf(winning)
  const scan = stages.find(({ stage }) => stage === 'COLLSCAN')
  if (scan) return 'reads the whole collection'
  const reads = stages.filter(({ stage }) => BY_ID.has(stage) || BY_INDEX.has(stage))
  if (reads.length === 0) return `reads by no index: ${stages.map(({ stage }) => stage).join(' < ')}`
  const named = fieldsOf(filter)
  for (const { stage, indexName } of reads) {
    if (BY_ID.has(stage)) continue
    const [first = ''] = Object.keys(patterns[indexName ?? ''] ?? {})
    if (!named.has(first)) return `reads index ${indexName} from end to end`
  }
  return null
}

interface Stage {
  readonly stage: string
  readonly indexName?: string
}

/** Every stage at any depth, whatever the name of the field that holds its inputs. */
function stagesOf(node: Document): Stage[] {
  const below = Object.values(node).flatMap((value: unknown): Stage[] =>
    Array.isArray(value)
      ? value.flatMap((one) => (isNode(one) ? stagesOf(one) : []))
      : isNode(value)
        ? stagesOf(value)
        : [],
  )
  if (typeof node['stage'] !== 'string') return below
  const { stage, indexName } = node as { stage: string; indexName?: string }
  return [{ stage, ...(indexName === undefined ? {} : { indexName }) }, ...below]
}
const isNode = (value: unknown): value is Document => typeof value === 'object' && value !== null

function fieldsOf(filter: Document): Set<string> {
  const fields = Object.entries(filter).flatMap(([name, value]) =>
    name.startsWith('$') && Array.isArray(value) ? value.flatMap((one) => [...fieldsOf(one as Document)]) : [name],
  )
  return new Set(fields)
}
