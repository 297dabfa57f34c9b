import * as z from 'zod'
import type { WecomClient } from './client'
import { checked } from './limits'

const dayMs = 24 * 3600 * 1000
const day = z.iso.date({ error: 'a day as 2026-01-31' })
/** WeCom's days are China's. */
const midnight = (value: string) => Date.parse(`${value}T00:00:00+08:00`)
const range = { open_kfid: z.string().min(1), from: day, to: day }
const isOrdered = ({ from, to }: { from: string; to: string }) => midnight(from) <= midnight(to)
const isShort = ({ from, to }: { from: string; to: string }) => (midnight(to) - midnight(from)) / dayMs < 31
const ordered = { path: ['to'], error: 'not before from' }
const short = { path: ['to'], error: 'at most 31 days' }

const corpSchema = z.strictObject(range).refine(isOrdered, ordered).refine(isShort, short)
const servicerSchema = z
  .strictObject({ ...range, servicer_userid: z.string().min(1).optional() })
  .refine(isOrdered, ordered)
  .refine(isShort, short)

const count = z.int().optional()
const number = z.number().optional()
const both = {
  session_cnt: count,
  customer_cnt: count,
  customer_msg_cnt: count,
  upgrade_service_customer_cnt: count,
  msg_rejected_customer_cnt: count,
}
const corpFigures = z.looseObject({
  ...both,
  /** Chats in which the assistant answered, by API too. */
  ai_session_reply_cnt: count,
  /** Part of the assistant's chats of the day that went to a person. */
  ai_transfer_rate: number,
  ai_knowledge_hit_rate: number,
})
const servicerFigures = z.looseObject({ ...both, reply_rate: number, first_reply_average_sec: number })

const answerOf = <T extends z.ZodType>(figures: T) =>
  z.looseObject({
    statistic_list: z
      .array(z.looseObject({ stat_time: z.int(), statistic: figures.optional() }))
      .default([])
      .transform((list) =>
        list.map(({ stat_time, statistic }) => ({
          day: new Date(stat_time * 1000 + 8 * 3600 * 1000).toISOString().slice(0, 10),
          statistic,
        })),
      ),
  })
const corpAnswer = answerOf(corpFigures)
const servicerAnswer = answerOf(servicerFigures)

export type KfCorpDay = z.output<typeof corpAnswer>['statistic_list'][number]
export type KfServicerDay = z.output<typeof servicerAnswer>['statistic_list'][number]

const body = <T extends { from: string; to: string }>({ from, to, ...rest }: T) => ({
  ...rest,
  start_time: midnight(from) / 1000,
  end_time: midnight(to) / 1000,
})

/**
 * WeCom's own figures by day in China (documents 95489, 95490): both days included, at most 31 at once of the last 180,
 * yesterday's from 06:00. A day without `statistic` had nothing **or is not counted yet**, which is not zero. Once the
 * API routes the chats, satisfaction and knowledge hits stay empty: count those from our own menu.
 */
export function kfStatistics({ call }: WecomClient) {
  return {
    /** @throws WecomInputRefused */
    async ofCorp(input: z.input<typeof corpSchema>): Promise<KfCorpDay[]> {
      const api = 'kf/get_corp_statistic'
      const asked = body(checked(api, corpSchema, input))
      return (await call({ api, body: asked, answer: corpAnswer, repeat: 'safe' })).statistic_list
    },
    /** Of one member, or of all members of the account together. @throws WecomInputRefused */
    async ofServicer(input: z.input<typeof servicerSchema>): Promise<KfServicerDay[]> {
      const api = 'kf/get_servicer_statistic'
      const asked = body(checked(api, servicerSchema, input))
      return (await call({ api, body: asked, answer: servicerAnswer, repeat: 'safe' })).statistic_list
    },
  }
}
