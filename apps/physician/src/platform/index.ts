import { memoryPlatform } from './memory-platform'
import type { Platform } from './port'

export * from './port'

/** What tsc and Jest see; Taro takes `index.weapp.ts` or `index.h5.ts` instead. */
export const platform: Platform = memoryPlatform()
