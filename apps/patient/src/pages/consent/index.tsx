import type { EnrolmentOffer } from '@suixing/contracts'
import {
  Card,
  Checkbox,
  GhostButton,
  Icon,
  IconTile,
  LiveContent,
  Notice,
  PrimaryButton,
  Screen,
  useLiveQuery,
  type IconName,
} from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api'
import { useAssistantChat } from '../../assistant/use-assistant-chat'
import { agree, type Agreement } from '../../enrolment/agreement'
import { leave } from '../../navigation/leave'
import './consent.scss'

/** 知情同意: four things first, the full text one tap away, nothing ticked beforehand, research apart. */
export default function ConsentPage() {
  const { enrolment = '' } = useRouter().params
  const live = useLiveQuery(`offer:${enrolment}`, () => call('enrolmentOffer', { params: { id: enrolment } }), {
    everyMs: null,
  })
  const [ticked, setTicked] = useState<{ version: string; scopes: readonly string[] }>({ version: '', scopes: [] })
  const [asked, setAsked] = useState(false)
  const chat = useAssistantChat()
  const offer = live.status === 'ready' ? live.value : null
  // A tick belongs to the text it was set under: a new version starts unticked.
  const scopes = offer && ticked.version === offer.consent.version ? ticked.scopes : []
  const missing = offer?.consent.scopes.some(({ id, required }) => required && !scopes.includes(id)) ?? true
  const join = () => {
    if (!offer || missing) return setAsked(true)
    agree(enrolment, { version: offer.consent.version, scopes: [...scopes] as Agreement['scopes'] })
    void Taro.navigateTo({ url: `/pages/enrol/index?enrolment=${enrolment}` })
  }
  return (
    <Screen
      title={{ kind: 'back', text: '加入随行', onBack: leave }}
      footer={
        offer ? (
          <View>
            {asked && missing ? <Notice tone="warn" text="勾选第一项，才能为您服务。" /> : null}
            <PrimaryButton text="同意并加入" onPress={join} />
            <GhostButton
              text={chat.state === 'failed' ? '这次没打开，再点一次' : '想先问一问'}
              size="small"
              onPress={chat.open}
            />
          </View>
        ) : null
      }
    >
      <LiveContent live={live} skeleton={[1, 6]}>
        {({ programme, consent }) => (
          <View>
            <View className="consent-head">
              <View className="sx-title">加入前，请看{countWord(consent.points.length)}件事</View>
              <View className="sx-small sx-quiet">
                {programme.name} · {programme.organisation}
                {programme.department}
              </View>
            </View>
            <Points points={consent.points} />
            <View
              className="consent-text-link"
              onClick={() => void Taro.navigateTo({ url: `/pages/consent-text/index?enrolment=${enrolment}` })}
            >
              <View className="sx-grow sx-second">完整知情同意书</View>
              <View className="consent-text-link__open">
                {consent.version} 版 · 约 {consent.readingMinutes} 分钟
                <Icon name="forward" size={18} />
              </View>
            </View>
            <Card padding="rows">
              {consent.scopes.map(({ id, label, detail }) => (
                <Checkbox
                  key={id}
                  label={label}
                  {...(detail === undefined ? {} : { detail })}
                  checked={scopes.includes(id)}
                  onChange={(checked) =>
                    setTicked({
                      version: consent.version,
                      scopes: checked ? [...scopes, id] : scopes.filter((scope) => scope !== id),
                    })
                  }
                />
              ))}
            </Card>
          </View>
        )}
      </LiveContent>
    </Screen>
  )
}

const Points = ({ points }: { points: EnrolmentOffer['consent']['points'] }) => (
  <Card padding="rows">
    {points.map(({ icon, title, detail }) => (
      <View key={title} className="consent-point">
        <IconTile name={pointIcons[icon] ?? 'attention'} />
        <View className="consent-point__words">
          <View className="sx-strong">{title}</View>
          <View className="sx-small sx-second">{detail}</View>
        </View>
      </View>
    ))}
  </Card>
)

const pointIcons: Record<string, IconName> = { drop: 'drop', eye: 'eye', clock: 'clock', exit: 'exit' }
const countWord = (count: number): string => '零一两三四五六七八九'[count] ?? String(count)
