import type { BodyOf, PatientMe } from '@suixing/contracts'
import { Card, ListRow, Switch } from '@suixing/ui'

type Scope = BodyOf<'optOut'>['scope']
const topics = [
  { topic: 'reminder', title: '测糖和用药提醒' },
  { topic: 'followUp', title: '随访问候' },
  { topic: 'education', title: '科教内容' },
] as const

/** What the person wants to receive: by subject, or nothing at all. Replies to their own questions always come. */
export const OptOutCard = (props: {
  optOuts: PatientMe['optOuts']
  onChange: (change: 'optOut' | 'optIn', scope: Scope) => void
}) => {
  const { optOuts, onChange } = props
  const all = optOuts.some(({ scope }) => 'all' in scope)
  return (
    <Card padding="rows">
      {topics.map(({ topic, title }) => {
        const out = optOuts.some(({ scope }) => 'topic' in scope && scope.topic === topic)
        return (
          <ListRow
            key={topic}
            title={title}
            end={
              all ? (
                '不收'
              ) : (
                <Switch label={title} on={!out} onChange={(on) => onChange(on ? 'optIn' : 'optOut', { topic })} />
              )
            }
          />
        )
      })}
      <ListRow
        title="全部不收"
        detail="您提的问题，仍会回复您"
        end={<Switch label="全部不收" on={all} onChange={(on) => onChange(on ? 'optOut' : 'optIn', { all: true })} />}
      />
    </Card>
  )
}
