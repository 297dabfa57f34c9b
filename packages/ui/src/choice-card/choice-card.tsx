import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import './choice-card.scss'

/** One of a few answers, two beside each other (one in large type). Chosen = frame, tint and a check. */
export const ChoiceCard = (props: { title: string; detail?: string; chosen: boolean; onChoose: () => void }) => (
  <View
    className={`sx-choice-card ${props.chosen ? 'sx-choice-card--chosen' : ''}`}
    role="radio"
    aria-checked={props.chosen}
    onClick={props.onChoose}
  >
    <View className="sx-choice-card__head">
      <View className="sx-grow">{props.title}</View>
      {props.chosen ? <Icon name="check" size={20} /> : null}
    </View>
    {props.detail ? <View className="sx-small sx-quiet">{props.detail}</View> : null}
  </View>
)

/** Lays choice cards out, two a line. */
export const ChoiceGrid = ({ children }: { children: ReactNode }) => <View className="sx-choice-grid">{children}</View>
