import type { PatientPage, StaffView } from '@suixing/contracts'
import { Notice, Screen, Skeleton, TagLabel, useLiveQuery } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { session } from '../session/current-session'
import { fresher } from '../session/fresher'
import { ReadFailure } from '../session/read-failure'
import { Composer } from './composer'
import { GlucoseCard } from './glucose-card'
import './patient-timeline.scss'
import { personLine } from './person-line'
import { Timeline } from './timeline'
import { useReply } from './use-reply'
import { withReply } from './with-reply'

type Patient = NonNullable<PatientPage['patient']>

/** The page of one patient, kept fresh while it is in front. What was sent shows at once, before the next poll. */
export const PatientTimeline = ({ id, staff, onBack }: { id: string; staff: StaffView; onBack: () => void }) => {
  const live = useLiveQuery(
    id,
    fresher((since) => session.call('physicianPatient', { params: { id }, query: { since } })),
  )
  const reply = useReply(staff.id, id)
  const page = live.status === 'ready' ? live.value : undefined
  const patient = page?.patient ?? undefined

  const send = async () => {
    const answer = await reply.send()
    if (answer && page) live.replace(withReply(page, answer))
    live.reload()
  }
  const composer = patient ? (
    <Composer
      patient={patient}
      staff={staff}
      reply={reply.now}
      onWrite={reply.write}
      onSend={() => void send()}
      {...(patient.conversationId === null ? {} : { onTalk: () => openTalk(patient.conversationId ?? '') })}
    />
  ) : undefined
  return (
    <View className="patient-page">
      <Screen title={{ kind: 'back', text: patient?.name ?? '患者', onBack }} footer={composer}>
        {live.status === 'loading' ? <Skeleton cards={[5, 4]} /> : null}
        {live.status === 'failed' ? <ReadFailure code={live.failure.code} onRetry={live.reload} /> : null}
        {live.status === 'ready' && live.failure ? (
          <Notice tone="warn" text="网络断了一下，下面是刚才读到的。正在重连。" />
        ) : null}
        {patient ? <Person patient={patient} /> : null}
        {page?.glucose ? <GlucoseCard glucose={page.glucose} /> : null}
        {page && patient ? (
          <Timeline
            items={page.timeline}
            me={staff.id}
            now={page.now}
            timeZone={page.glucose?.timeZone ?? 'Asia/Shanghai'}
          />
        ) : null}
      </Screen>
    </View>
  )
}

const openTalk = (conversationId: string) =>
  void Taro.navigateTo({ url: `/pages/conversation/index?id=${encodeURIComponent(conversationId)}` })

const Person = ({ patient }: { patient: Patient }) => (
  <View className="patient-person">
    <View className="patient-person__line">{personLine(patient)}</View>
    {patient.tags.map(({ id, name }) => (
      <TagLabel key={id} text={name} tone="brand" />
    ))}
  </View>
)
