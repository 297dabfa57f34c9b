import * as z from 'zod'
import { id, instant } from './scalar'

export const glucoseUnit = z.enum(['mmol/L', 'mg/dL'])
/** Exactly what the device gave: a number with its unit, or the words HI and LO, which are not numbers. */
export const glucoseValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number(), unit: glucoseUnit }),
  z.object({ kind: z.literal('HI'), unit: glucoseUnit }),
  z.object({ kind: z.literal('LO'), unit: glucoseUnit }),
])
export const glucoseLevel = z.enum(['veryLow', 'low', 'inRange', 'high', 'veryHigh'])
export const levelCounts = z.object({
  veryLow: z.int(),
  low: z.int(),
  inRange: z.int(),
  high: z.int(),
  veryHigh: z.int(),
})

export const readingPoint = z.object({ at: instant, minuteOfDay: z.int(), glucose: glucoseValue, level: glucoseLevel })
export type ReadingPoint = z.infer<typeof readingPoint>

/** The view both mini-programs and the console draw. Counts, not shares: screens show n / N. */
export const glucoseView = z.object({
  from: instant,
  to: instant,
  /** Whether the window ends now; otherwise nothing was measured lately and it ends with the latest reading. Screens then name the dates with their year. */
  current: z.boolean(),
  days: z.int(),
  timeZone: z.string(),
  source: z.enum(['none', 'cgm', 'smbg', 'mixed']),
  /** Dense series are thinned for drawing (minimum and maximum of each bucket are kept); counts and summary use every reading. */
  points: z.array(readingPoint),
  /** Sensor points further apart than this have a gap between them, which no line crosses. */
  joinWithinMinutes: z.int(),
  counts: levelCounts,
  total: z.int(),
  summary: z.object({
    meanMmolPerL: z.number().nullable(),
    standardDeviationMmolPerL: z.number().nullable(),
    coefficientOfVariationPercent: z.number().nullable(),
    glucoseManagementIndicatorPercent: z.number().nullable(),
    wearPercent: z.number().nullable(),
    sufficient: z.boolean(),
  }),
  /** Percentiles by time of day; only for CGM with enough data. */
  profile: z
    .array(
      z.object({
        minuteOfDay: z.int(),
        p5: z.number(),
        p25: z.number(),
        p50: z.number(),
        p75: z.number(),
        p95: z.number(),
      }),
    )
    .nullable(),
  latest: readingPoint.nullable(),
  previous: z.object({ counts: levelCounts, total: z.int() }).nullable(),
  /** Where the data comes from, when a licence asks to say so. */
  attribution: z.string().nullable(),
})
export type GlucoseView = z.infer<typeof glucoseView>

export const glucoseQuery = z.object({
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(7), z.literal(14), z.literal(90)]))
    .default(14),
})

/** POST …/glucose-imports: the body is the file itself (application/octet-stream); these stand in the query. */
export const importQuery = z.object({
  mode: z.enum(['preview', 'commit']),
  fileName: z.string().min(1).max(120),
  /** A person's answer after `unit-unsure` or `date-order-unsure`. */
  unit: glucoseUnit.optional(),
  dateOrder: z.enum(['MDY', 'DMY']).optional(),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Where the data comes from, when its licence asks to say so; shown wherever the data is. */
  attribution: z.string().trim().max(200).optional(),
})
export const importReport = z.object({
  importId: id.nullable(),
  mode: z.enum(['preview', 'commit']),
  fileName: z.string(),
  format: z.string(),
  unit: z.union([glucoseUnit, z.literal('mixed')]),
  rows: z.int(),
  taken: z.int(),
  duplicateInFile: z.int(),
  duplicateStored: z.int(),
  otherRows: z.int(),
  rejected: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), text: z.string() })),
  rejectedTotal: z.int(),
  /** What was decided about the file and a person should see, e.g. a clock that was put back. */
  notes: z.array(z.object({ line: z.int(), text: z.string() })),
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
})
export type ImportReport = z.infer<typeof importReport>
export const importRecord = importReport.extend({ at: instant, by: z.string() })
