import * as z from 'zod'

/** A setting that is missing or wrong, by its name. */
export class ConfigInvalid extends Error {
  readonly code = 'config-invalid'
  constructor(readonly problems: readonly { readonly name: string; readonly text: string }[]) {
    super(['configuration is not complete:', ...problems.map(({ name, text }) => `  ${name}: ${text}`)].join('\n'))
  }
}

const corp = z.object({
  WECOM_CORP_ID: z.string().min(1),
  WECOM_AGENT_ID: z.string().regex(/^\d+$/),
  WECOM_SECRET: z.string().min(1),
  WECOM_CALLBACK_TOKEN: z.string().min(1),
  WECOM_CALLBACK_AES_KEY: z.string().length(43),
})
const apps = z.object({
  PATIENT_APP_ID: z.string().min(1),
  PATIENT_APP_SECRET: z.string().min(1),
  PHYSICIAN_APP_ID: z.string().optional(),
  PHYSICIAN_APP_SECRET: z.string().optional(),
})
const bucket = z.object({
  /** Of a service other than Amazon's; empty for Amazon's. */
  S3_ENDPOINT: z.union([z.literal(''), z.url()]).optional(),
  /** Where the bucket's name stands: host for Amazon, Tencent COS and Alibaba OSS, path for MinIO. */
  S3_ADDRESSING: z.enum(['host', 'path']).default('host'),
  S3_REGION: z.string().min(1),
  S3_BUCKET: z.string().min(1),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
})
const environment = z.object({
  MONGODB_URI: z.string().startsWith('mongodb'),
  DATABASE_NAME: z.string().default('suixing'),
  PORT: z.coerce.number().int().default(9000),
  /** 0.0.0.0 in a container or web function. */
  BIND: z.string().default('127.0.0.1'),
  /** Address under which browsers and WeCom reach this installation, without trailing slash. */
  PUBLIC_URL: z.url(),
  SESSION_KEY: z.string().min(32, 'at least 32 characters'),
  /** Shared by the timer functions and the host; without it /__invoke/ and /__clock answer 404. */
  HOST_SECRET: z.string().min(16).optional(),
  /** Address of this host for its own nudges, where instances freeze once they have answered; needs HOST_SECRET. */
  NUDGE_URL: z.url().optional(),
  WECOM_BASE_URL: z.url().default('https://qyapi.weixin.qq.com/cgi-bin'),
  WECOM_LOGIN_URL: z.url().default('https://login.work.weixin.qq.com'),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
  PROGRAMMES_FOLDER: z.string().min(1),
  STAFF_FILE: z.string().optional(),
  /** Where pictures, voices and files of conversations are kept, unless a bucket is set. */
  STORAGE_FOLDER: z.string().min(1).default('media'),
  /** Subscribe template that announces a reply; its values are name1, time2 and thing3. Without it nothing is announced. */
  REPLY_TEMPLATE_ID: z.string().min(1).optional(),
  CONSOLE_ACCOUNT: z.string().optional(),
  CONSOLE_PASSWORD: z.string().min(10, 'at least 10 characters').optional(),
  CLOCK: z.enum(['system', 'followed']).default('system'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** How often the safety-net timers run inside this host, in seconds; 0 leaves them to the cloud's timers. */
  TIMER_SECONDS: z.coerce.number().min(0).default(3),
})

export type Corp = z.infer<typeof corp>
export type Bucket = z.infer<typeof bucket>
export type Config = z.infer<typeof environment> & {
  readonly corp: Corp | null
  readonly apps: z.infer<typeof apps> | null
  readonly bucket: Bucket | null
}

/** Reads the configuration. A corp or app that is begun must be complete. Throws ConfigInvalid naming every setting that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const base = environment.safeParse(env)
  const group = <T extends z.ZodObject>(schema: T) =>
    Object.keys(schema.shape).some((name) => env[name]) ? schema.safeParse(env) : null
  const corpPart = group(corp)
  const appsPart = group(apps)
  const bucketPart = group(bucket)
  const lonelyNudge =
    env['NUDGE_URL'] && !env['HOST_SECRET'] ? [{ name: 'HOST_SECRET', text: 'is needed with NUDGE_URL' }] : []
  const problems = lonelyNudge.concat(
    [base, corpPart, appsPart, bucketPart].flatMap((part) =>
      part && !part.success
        ? part.error.issues.map(({ path, message }) => ({
            name: path.join('.'),
            text: env[path.join('.')] === undefined ? 'is not set' : message,
          }))
        : [],
    ),
  )
  if (!base.success || problems.length > 0) throw new ConfigInvalid(problems)
  return {
    ...base.data,
    corp: corpPart?.success ? corpPart.data : null,
    apps: appsPart?.success ? appsPart.data : null,
    bucket: bucketPart?.success ? bucketPart.data : null,
  }
}
