import { browserPlatform } from './browser-platform'
import type { Platform } from './port'

export * from './port'

export const platform: Platform = browserPlatform(window)
