import type { StateView } from '../sandbox/views'

/** A mini-program as the phone opens it. */
export interface App {
  appid: string
  name: string
  url: string
  /** The page it opens at when nothing else is said. */
  firstPath: string
}

const defaults: Record<'patient' | 'physician', App> = {
  patient: { appid: 'patient', name: '随行', url: '/apps/patient/', firstPath: 'pages/today/index' },
  physician: { appid: 'physician', name: '随行医生', url: '/apps/physician/', firstPath: 'pages/inbox/index' },
}

/** The patient's or the physician's mini-program; before the sandbox has answered, without its appid. */
export function appOf(state: StateView | null, key: 'patient' | 'physician'): App {
  const known = state?.miniPrograms.find((one) => one.key === key)
  if (!known) return defaults[key]
  return { ...defaults[key], appid: known.appid, name: known.name, ...(known.url ? { url: known.url } : {}) }
}
