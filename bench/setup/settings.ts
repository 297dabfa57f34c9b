import { dirname, join } from 'node:path'
import { demo } from '../../packages/sandbox/src/demo'
import type { CorpKeys } from '../load/sealed-event'
import type { Bundle } from './bundle'

export const corpKeys: CorpKeys = {
  corpId: demo.corp.corpid,
  token: demo.corp.callbackToken,
  encodingAesKey: demo.corp.encodingAesKey,
}

export interface HostSettings {
  readonly root: string
  readonly bundle: Bundle
  readonly databaseUri: string
  readonly databaseName: string
  readonly sandboxUrl: string
}

/** Settings of a host as an installation has them, with the machine's own clock; log at warn, as `npm start` sets it. */
export function hostSettings({
  root,
  bundle,
  databaseUri,
  databaseName,
  sandboxUrl,
}: HostSettings): Record<string, string> {
  const { corp, miniPrograms } = demo
  return {
    MONGODB_URI: databaseUri,
    DATABASE_NAME: databaseName,
    PORT: '0',
    PUBLIC_URL: sandboxUrl,
    SESSION_KEY: 'a-session-key-of-the-bench-32-characters',
    HOST_SECRET: 'a-secret-of-the-bench',
    WECOM_BASE_URL: `${sandboxUrl}/wecom/cgi-bin`,
    WECOM_LOGIN_URL: `${sandboxUrl}/wecom`,
    WECHAT_BASE_URL: `${sandboxUrl}/wechat`,
    WECOM_CORP_ID: corp.corpid,
    WECOM_AGENT_ID: String(corp.agentid),
    WECOM_SECRET: corp.corpsecret,
    WECOM_CALLBACK_TOKEN: corp.callbackToken,
    WECOM_CALLBACK_AES_KEY: corp.encodingAesKey,
    PATIENT_APP_ID: miniPrograms.patient.appid,
    PATIENT_APP_SECRET: miniPrograms.patient.secret,
    PHYSICIAN_APP_ID: miniPrograms.physician.appid,
    PHYSICIAN_APP_SECRET: miniPrograms.physician.secret,
    PROGRAMMES_FOLDER: join(dirname(bundle.entry), 'programmes'),
    STORAGE_FOLDER: join(dirname(bundle.entry), 'media'),
    REPLY_TEMPLATE_ID: demo.templates[3].id,
    STAFF_FILE: join(root, 'scripts/start/demo-staff.json'),
    CLOCK: 'system',
    LOG_LEVEL: 'warn',
  }
}
