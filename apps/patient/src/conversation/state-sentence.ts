import type { Page } from './conversation-page'

/** 「林致远医生」 for those with a medical title, else name and title. */
export const calledBy = ({ name, title }: { name: string; title: string }): string =>
  /医师|医生/.test(title) ? `${name}医生` : `${name} ${title}`.trim()

const waitedText = (since: string, now: string): string => {
  const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `等了 ${minutes} 分钟`
  const rest = minutes % 60
  return `等了 ${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分钟`}`
}

/** Who answers next, and since when or from when: one line. */
export const stateSentence = (
  page: Pick<Page, 'state' | 'waitingSince' | 'opensAt' | 'answeredBy' | 'messages' | 'now'>,
): string => {
  const { state, waitingSince, opensAt, now } = page
  const lastPerson = [...page.messages].reverse().find(({ author }) => author.kind === 'staff')?.author
  const spoke = lastPerson?.kind === 'staff' ? lastPerson : null
  switch (state) {
    case 'assistant':
      return '智能助手在，拿不准会转给人'
    case 'person': {
      const person = page.answeredBy ?? spoke
      return person ? `${calledBy(person)}在回` : '医护人员在回'
    }
    case 'waiting': {
      const to = `已转给${page.answeredBy ? calledBy(page.answeredBy) : '医护团队'}`
      if (opensAt !== null) return `${to}，${opensAt} 有人看`
      return waitingSince === null ? to : `${to}，${waitedText(waitingSince, now)}`
    }
  }
}
