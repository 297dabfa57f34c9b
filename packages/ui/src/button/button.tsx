import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-name'
import './button.scss'

export interface ButtonProps {
  readonly text: string
  readonly onPress: () => void
  readonly icon?: IconName
  /** `busy` keeps its place and takes no second tap; `off` says why beside it. */
  readonly state?: 'ready' | 'busy' | 'off'
  readonly size?: 'usual' | 'small'
}

const button = (look: 'primary' | 'secondary' | 'ghost' | 'danger' | 'on-fill') =>
  function Button({ text, onPress, icon, state = 'ready', size = 'usual' }: ButtonProps) {
    return (
      <View
        className={`sx-button sx-button--${look} sx-button--${size} sx-button--${state}`}
        hoverClass={state === 'ready' ? 'sx-button--pressed' : 'none'}
        role="button"
        aria-disabled={state !== 'ready'}
        onClick={() => state === 'ready' && onPress()}
      >
        {icon ? <Icon name={icon} size={size === 'small' ? 20 : 24} className="sx-button__icon" /> : null}
        {state === 'busy' ? `${text}…` : text}
      </View>
    )
  }

/** The one filled button of a screen. */
export const PrimaryButton = button('primary')
/** A second way, tinted. */
export const SecondaryButton = button('secondary')
/** A quiet way out, text only. */
export const GhostButton = button('ghost')
/** Ends something: withdraw. Asked for once more before it acts. */
export const DangerButton = button('danger')
/** White, on a filled card. */
export const OnFillButton = button('on-fill')
