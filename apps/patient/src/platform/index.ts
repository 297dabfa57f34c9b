import { memoryPlatform } from './memory-platform'
import type { Platform } from './platform'

/** Type checks and tests meet this port; Taro takes index.weapp.ts or index.h5.ts. */
export const platform: Platform = memoryPlatform
