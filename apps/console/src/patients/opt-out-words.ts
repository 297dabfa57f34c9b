import type { OptOut } from '@suixing/contracts'
import { channelWords } from '../touchpoints/channel-words'
import { topicWords } from '../touchpoints/topic-words'

/** What a patient no longer wants. */
export function optOutWords({ scope }: OptOut): string {
  if ('all' in scope) return '全部随访'
  return 'channel' in scope ? `渠道：${channelWords(scope.channel)}` : `主题：${topicWords[scope.topic]}`
}
