import type { Platform } from './port'
import type { Wx } from './wx'
import { wxPlatform } from './wx-platform'

export * from './port'

declare const wx: Wx
/** Written in at build time from the environment variable of the same name. */
declare const SUIXING_API_BASE: string

export const platform: Platform = wxPlatform(wx, SUIXING_API_BASE, Math.random)
