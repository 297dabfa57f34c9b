import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { useDisplay } from '../theme/display'
import './screen.scss'

/** What stands in the title bar: the product's name, or a title with or without a way back. */
export type ScreenTitle =
  { kind: 'brand' } | { kind: 'title'; text: string } | { kind: 'back'; text: string; onBack: () => void }

/**
 * One page: leaves room for the status bar, the capsule (WeChat draws both) and the home indicator, and carries theme and
 * type size. `head` stays under the title while the page scrolls. `footer` sticks above the home indicator; `tabBar` replaces
 * it on the main pages.
 */
export const Screen = (props: {
  title: ScreenTitle
  head?: ReactNode
  footer?: ReactNode
  tabBar?: ReactNode
  children?: ReactNode
}) => {
  const display = useDisplay()
  const scheme = display.scheme === 'system' ? '' : `sx-page--${display.scheme}`
  const type = display.type === 'normal' ? '' : `sx-page--${display.type}`
  const bottom = display.bottomInset === 'environment' ? 'env(safe-area-inset-bottom, 0px)' : `${display.bottomInset}px`
  const last = props.tabBar ?? props.footer
  return (
    <View className={`sx-page sx-screen ${scheme} ${type}`}>
      <View className="sx-screen__bar" style={{ paddingTop: `${display.statusBarHeight}px` }}>
        <TitleBar title={props.title} />
        {props.head}
      </View>
      <View className="sx-screen__body" style={last ? {} : { paddingBottom: `calc(16px + ${bottom})` }}>
        {props.children}
      </View>
      {last ? (
        <View
          className={props.tabBar ? 'sx-screen__tabs' : 'sx-screen__footer'}
          style={{ paddingBottom: props.tabBar ? bottom : `calc(4px + ${bottom})` }}
        >
          {last}
        </View>
      ) : null}
    </View>
  )
}

const TitleBar = ({ title }: { title: ScreenTitle }) => {
  if (title.kind === 'brand')
    return (
      <View className="sx-screen__title sx-screen__title--brand">
        <View className="sx-screen__mark" />
        <View className="sx-screen__name">随行</View>
      </View>
    )
  return (
    <View className="sx-screen__title">
      {title.kind === 'back' ? (
        <View className="sx-screen__back" aria-label="返回" onClick={title.onBack}>
          <Icon name="back" />
        </View>
      ) : null}
      <View className="sx-screen__text">{title.text}</View>
    </View>
  )
}
