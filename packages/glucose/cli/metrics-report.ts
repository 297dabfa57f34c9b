import * as z from 'zod'

const count = z.int().min(0)
const amount = z.number().nullable()
const instant = z.string().nullable()
const bilingual = z.object({ zh: z.string(), en: z.string() })
const levels = z.object({ veryLow: count, low: count, inRange: count, high: count, veryHigh: count })
const share = z.number().min(0).max(1)

const counts = z.object({
  rows: count.describe('Data rows below the header; readings + duplicates + rejected + skipped'),
  readings: count,
  duplicates: count,
  rejected: count,
  skipped: count,
})

const summary = z.object({
  n: count,
  numberCount: count,
  hiCount: count,
  loCount: count,
  meanMmolPerL: amount,
  meanMgPerDl: amount,
  sdMmolPerL: amount.describe('Sample standard deviation, n − 1'),
  sdMgPerDl: amount,
  cvPercent: amount,
  gmiPercent: amount.describe('3.31 + 0.02392 × mean mg/dL, Bergenstal 2018'),
  timeInRange: z.object({
    n: count,
    counts: levels,
    shares: z.object({ veryLow: share, low: share, inRange: share, high: share, veryHigh: share }).nullable(),
  }),
  sufficiency: z.object({
    daysWithData: count,
    cadenceMinutes: z.int().min(1).nullable(),
    expectedReadings: count,
    presentReadings: count,
    share: share.nullable(),
    sufficient: z.boolean().describe('At least 14 days with data and 70 % of the expected readings'),
  }),
  firstAt: instant,
  lastAt: instant,
})

const unit = z.enum(['mmol/L', 'mg/dL'])
const table = {
  file: z.string(),
  format: z.enum(['libre', 'dexcom', 'generic']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']),
}

/** What the command prints for one file. */
export const metricsReport = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    ...table,
    unit: z.enum(['mmol/L', 'mg/dL', 'mixed']),
    unitFrom: z.enum(['file', 'values', 'answer']),
    timeZone: z.string(),
    counts,
    series: z.enum(['sensor', 'all']).describe("The sensor's own readings where the file has any, else all"),
    summary,
    rejected: z.array(z.object({ line: count, field: z.enum(['time', 'value']), code: z.string(), text: bilingual })),
    duplicates: z.array(z.object({ line: count, sameAs: count })),
    skippedKinds: z.record(z.string(), count),
    noteCounts: z.record(z.string(), count),
  }),
  z.object({
    outcome: z.literal('unsure'),
    ...table,
    rows: count,
    unsure: z.discriminatedUnion('field', [
      z.object({ field: z.literal('unit'), suggestions: z.array(unit), hint: bilingual }),
      z.object({ field: z.literal('dateOrder'), suggestions: z.array(z.enum(['MDY', 'DMY'])), hint: bilingual }),
    ]),
  }),
  z.object({
    outcome: z.literal('refused'),
    file: z.string(),
    code: z.string(),
    field: z.string(),
    hint: bilingual,
  }),
])

export type MetricsReport = z.infer<typeof metricsReport>
