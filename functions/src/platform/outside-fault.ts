import { WecomBudgetSpent, WecomError, WecomUnreachable } from '@suixing/wecom'

/**
 * Whether a failed call to WeCom may succeed later without anybody changing the request: nobody answered, a quota is spent, WeCom is busy,
 * or an administrator has to set something right first (60020, a new secret).
 */
export const mayPass = (error: unknown): boolean =>
  error instanceof WecomUnreachable ||
  error instanceof WecomBudgetSpent ||
  (error instanceof WecomError && passing.has(error.action))

const passing: ReadonlySet<WecomError['action']> = new Set([
  'retry',
  'retry-later',
  'stop-until',
  'refresh-token',
  'config',
])
