import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-name'
import './tab-bar.scss'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon: IconName
}

/** Our own tab bar: the native one cannot follow large type. `marked` shows the dot for something unread, `counts` how many. */
export const TabBar = <Id extends string>(props: {
  tabs: readonly Tab<Id>[]
  current: Id
  marked?: readonly Id[]
  counts?: Partial<Record<Id, number>>
  onChange: (id: Id) => void
}) => (
  <View className="sx-tab-bar" role="tablist">
    {props.tabs.map(({ id, label, icon }) => (
      <View
        key={id}
        className={`sx-tab-bar__tab ${id === props.current ? 'sx-tab-bar__tab--current' : ''}`}
        role="tab"
        aria-selected={id === props.current}
        onClick={() => id !== props.current && props.onChange(id)}
      >
        <View className="sx-tab-bar__icon">
          <Icon name={icon} size={26} />
          <TabCount count={props.counts?.[id] ?? 0} />
          {props.marked?.includes(id) ? <View className="sx-tab-bar__dot" aria-label="有新的" /> : null}
        </View>
        {label}
      </View>
    ))}
  </View>
)

const TabCount = ({ count }: { count: number }) =>
  count > 0 ? (
    <View className="sx-tab-bar__count" aria-label={`${count} 条未读`}>
      {count > 99 ? '99+' : count}
    </View>
  ) : null
