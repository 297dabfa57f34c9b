import type { SendAnswer } from '@suixing/contracts'

/** What to tell the sender when a message did not go through kf; null when it did, or was a note. */
export function toldWords({ via, told }: Pick<SendAnswer, 'via' | 'told'>): { title: string; next: string } | null {
  if (via !== 'miniChat' || told === 'not-needed') return null
  const next = {
    told: '已用订阅消息提醒患者去看。',
    'no-credit': '患者没有可用的订阅提醒，打开小程序才看得到；要紧的请打电话。',
    'not-possible': '这次没法提醒患者，打开小程序才看得到；要紧的请打电话。',
  }[told]
  return { title: '已发到小程序对话', next }
}
