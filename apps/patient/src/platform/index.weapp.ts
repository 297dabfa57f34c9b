import type { Platform } from './platform'
import { weappPlatform } from './weapp-platform'

/** The phone through wx. */
export const platform: Platform = weappPlatform(API_BASE_URL)
