import * as z from 'zod'

/** Instant: ISO 8601 in UTC with milliseconds, e.g. 2026-11-23T02:00:00.000Z. Storage and APIs know no other form of time. */
export const instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instant>

/** Opaque id: URL-safe, at most 64 characters. */
export const id = z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/)

/** IANA time zone name, e.g. Asia/Shanghai. */
export const timeZone = z.string().regex(/^[A-Za-z_]+(?:\/[A-Za-z_+-]+)*$/)

/** Minutes of the local day, 0–1440; 1440 only as an end. */
export const minuteOfDay = z.int().min(0).max(1440)

/** A cursor handed out by the server; clients send it back unread. */
export const cursor = z.string().max(200)

/** Name of a person as shown: 1–30 characters, no control characters. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .regex(/^[^\p{Cc}]+$/u)
