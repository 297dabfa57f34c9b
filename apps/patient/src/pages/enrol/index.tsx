import { LiveContent, Notice, PrimaryButton, Screen, failureText, useLiveQuery, type ApiFailure } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api'
import { ContactStep } from '../../enrolment/contact-step'
import { firstOpen, type Open } from '../../enrolment/enrol-request'
import { Joined } from '../../enrolment/joined'
import { TherapyStep } from '../../enrolment/therapy-step'
import { useEnrolment } from '../../enrolment/use-enrolment'
import { leave } from '../../navigation/leave'
import '../../enrolment/enrolment.scss'

/** 入组, steps 2 and 3 of 3 (consent was the first), sent as one request at the end. */
export default function EnrolPage() {
  const { enrolment = '' } = useRouter().params
  const live = useLiveQuery(`offer:${enrolment}`, () => call('enrolmentOffer', { params: { id: enrolment } }), {
    everyMs: null,
  })
  const { draft, sending, change, send, agreed } = useEnrolment(enrolment)
  const [step, setStep] = useState<2 | 3>(2)
  const [asked, setAsked] = useState<Open | null>(null)
  const toConsent = () => void Taro.redirectTo({ url: `/pages/consent/index?enrolment=${enrolment}` })
  const home = () => void Taro.switchTab({ url: '/pages/today/index' })

  if (sending.kind === 'joined') {
    const hour =
      live.status === 'ready' ? live.value.preferredHours.find(({ id }) => id === draft.hour)?.label : undefined
    const joined = sending.me.enrolments.find(({ id }) => id === enrolment)
    return (
      <Screen title={{ kind: 'title', text: '加入随行' }} footer={<PrimaryButton text="去看今天" onPress={home} />}>
        <Joined hour={hour ?? '您选的时间'} physician={joined?.physician?.name ?? null} />
      </Screen>
    )
  }

  const next = () => {
    const open = firstOpen(draft)
    if (step === 2) {
      setAsked(open === 'therapy' ? null : open)
      if (open === null || open === 'therapy') setStep(3)
      return
    }
    setAsked(open)
    if (open !== null && open !== 'therapy') return setStep(2)
    if (open === null && live.status === 'ready') void send(live.value)
  }
  const back = () => (step === 3 ? setStep(2) : leave())
  const outdated = !agreed || (sending.kind === 'failed' && sending.failure.code === 'consent-outdated')
  return (
    <Screen
      title={{ kind: 'back', text: '加入随行', onBack: back }}
      footer={
        <View>
          {asked ? <Notice tone="warn" text={openText[asked]} /> : null}
          {sending.kind === 'failed' ? <Failed failure={sending.failure} /> : null}
          {outdated ? (
            <PrimaryButton text="去看知情同意书" onPress={toConsent} />
          ) : (
            <PrimaryButton
              text={step === 2 ? '下一步' : '完成加入'}
              state={sending.kind === 'sending' ? 'busy' : 'ready'}
              onPress={next}
            />
          )}
        </View>
      }
    >
      <LiveContent live={live} skeleton={[2, 2, 2]}>
        {(offer) => (
          <View>
            <Head step={step} />
            {step === 2 ? (
              <ContactStep offer={offer} draft={draft} onChange={change} />
            ) : (
              <TherapyStep offer={offer} draft={draft} onChange={change} />
            )}
          </View>
        )}
      </LiveContent>
    </Screen>
  )
}

const openText: Record<Open, string> = {
  hour: '请选一个方便联系的时间。',
  diagnosisYear: '请选一下哪一年确诊的。',
  family: '请写上家人的称呼，或关掉这一项。',
  therapy: '请选一下现在的治疗。',
}

const Failed = ({ failure }: { failure: ApiFailure }) => {
  const { what, safe, todo } = failureText(failure.code)
  const where = Object.entries(fieldText).find(([field]) => failure.field?.startsWith(field))?.[1]
  return <Notice tone="warn" text={`${where ?? what}。${safe}。${todo}。`} />
}

/** Where in the answers the host found something, by the path it names. */
const fieldText: Record<string, string> = {
  'preferences.family': '家人的称呼要再看看',
  'preferences.hour': '联系时间要再选一次',
  'profile.diagnosisYear': '确诊年份要再选一次',
  'profile.therapy': '现在的治疗要再选一次',
}

const Head = ({ step }: { step: 2 | 3 }) => (
  <View className="enrol-head">
    <View className="enrol-head__steps">
      {[1, 2, 3].map((one) => (
        <View key={one} className={`enrol-head__step ${one <= step ? 'enrol-head__step--done' : ''}`} />
      ))}
      <View className="enrol-head__count">第 {step} 步，共 3 步</View>
    </View>
    <View className="sx-title">{step === 2 ? '什么时候联系您方便' : '现在怎么治疗'}</View>
  </View>
)
