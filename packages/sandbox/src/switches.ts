import * as z from 'zod'

/**
 * Facts that no official page confirms. Each switch plays both behaviours; the product must be right under both.
 * The first value of each is the default. `section` is where the fact is discussed in WeCom or WeChat documentation.
 */
export const switchSchemas = {
  /** W:98728, W:95159: whether a patient's kf external_userid equals the one of the staff friendship. */
  kfExternalUserid: z.enum(['own', 'same']).default('own'),
  /** W:94669: the drawn transition table could not be read; may the API end a session in state 0, 1 or 2? */
  kfEndByApi: z.enum(['allowed', 'refused']).default('allowed'),
  /** W:94665: whether opening kf from a mini-program keeps `scene_param`. */
  kfNativeSceneParam: z.enum(['kept', 'lost']).default('kept'),
  /** W:94670: what sync_msg without a doorbell token meets: a small budget of 10 calls a minute, or no limit. */
  kfSyncWithoutToken: z.enum(['limited', 'unlimited']).default('limited'),
  /** W:94677: how long the uniqueness of an own `msgid` is remembered. */
  kfMsgidMemory: z.enum(['forever', 'threeDays']).default('forever'),
  /** W:94677, W:90313: what a call later than 48 hours after the patient's last words is told: 95002, or 95031. */
  kfSendLate: z.enum(['time', 'customerSilent']).default('time'),
  /** W:94677, W:90313: what a call in state 4 is told: that the state forbids it (95018), or that it ended (95013). */
  kfSendEnded: z.enum(['state', 'ended']).default('state'),
  /** W:95122, W:90313: what a used, expired or unknown event code is told: 95007, or 40029. */
  kfEventCode: z.enum(['token', 'oauth']).default('token'),
  /** W:94670: whether sync_msg still tells a message that was recalled before it was pulled. */
  kfRecalledMessage: z.enum(['kept', 'gone']).default('kept'),
  /** W:90254, W:90313: media older than three days: expired (40145), or unknown (40007). */
  mediaExpired: z.enum(['expired', 'unknown']).default('expired'),
  /** W:90254: "some" media want ranges whose length is a multiple of 16 bytes. */
  mediaRange: z.enum(['any', 'sixteenBytes']).default('any'),
  /** W:90930 says only network failures are retried, W:90238 says any status other than 200 is. */
  callbackRetry: z.enum(['anyFailure', 'networkOnly']).default('anyFailure'),
  /** W:92115: how `remark_mobiles` is cleared: with `[""]`, or with an empty string. */
  remarkMobilesClear: z.enum(['array', 'string']).default('array'),
  /** Whether a self-built app may call unionid_to_external_userid. */
  unionidConversion: z.enum(['refused', 'allowed']).default('refused'),
  /** W:92118: five concurrent mark_tag calls, known from one unofficial excerpt. */
  markTagConcurrency: z.enum(['five', 'unlimited']).default('five'),
  /** Life of a wx.login code: five minutes and single use, or reusable within the five minutes. */
  loginCode: z.enum(['once', 'reusable']).default('once'),
  /** W:92114: `unionid` comes only when the corp is bound to the same Open Platform account. */
  contactUnionid: z.enum(['bound', 'unbound']).default('bound'),
  /** W:95159: the same for customer/batchget. */
  kfUnionid: z.enum(['bound', 'unbound']).default('bound'),
  /** W:92135: an empty `sender` string in a mass-send task, seen refused with 40058 in one live tenant. */
  massSendEmptySender: z.enum(['refused', 'asOmitted']).default('refused'),
}

export const switchesSchema = z.object(switchSchemas)
export type Switches = z.infer<typeof switchesSchema>
