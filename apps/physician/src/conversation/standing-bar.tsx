import { Icon } from '@suixing/ui'
import { View } from '@tarojs/components'
import type { Standing, StandingAction } from './standing'
import './standing-bar.scss'

const labels: Record<StandingAction, string> = { take: '接手', 'give-back': '交还助手', pass: '转给同事' }

/** Who answers here and why; what the reader can do stands beside it, the likeliest first and filled where somebody waits. */
export const StandingBar = (props: {
  standing: Standing
  state: 'ready' | 'busy'
  onAct: (action: StandingAction) => void
}) => {
  const { standing, state, onAct } = props
  const { tone, text, detail, actions } = standing
  const [first, ...others] = actions
  const isWaiting = tone === 'urgent' || tone === 'waiting'
  const button = (action: StandingAction, look: 'filled' | 'plain' | 'word') => (
    <View
      key={action}
      className={`talk-standing__act talk-standing__act--${look} ${state === 'busy' ? 'talk-standing__act--busy' : ''}`}
      role="button"
      aria-disabled={state === 'busy'}
      onClick={() => state === 'ready' && onAct(action)}
    >
      <View className={`talk-standing__label talk-standing__label--${look}`}>{labels[action]}</View>
    </View>
  )
  return (
    <View className={`talk-standing talk-standing--${tone}`} role="status">
      <View className="talk-standing__row">
        <Icon name={tone === 'assistant' ? 'spark' : isWaiting ? 'hand' : 'person'} size={20} />
        <View className="talk-standing__text">{text}</View>
        {isWaiting ? null : others.map((action) => button(action, 'plain'))}
        {first ? button(first, isWaiting ? 'filled' : 'plain') : null}
      </View>
      {detail ? (
        <View className="talk-standing__row">
          <View className="talk-standing__detail">{detail}</View>
          {isWaiting ? others.map((action) => button(action, 'word')) : null}
        </View>
      ) : null}
    </View>
  )
}
