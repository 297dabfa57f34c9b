import type { MessageContent } from '@suixing/contracts'
import { View } from '@tarojs/components'
import { Icon } from '../../icon/icon'
import './message-parts.scss'

/** Entries to tap, under a sentence. */
export type MenuContent = Extract<MessageContent, { kind: 'menu' }>
export type MenuEntry = MenuContent['items'][number]

/** Once an entry is chosen it is marked and nothing more can be tapped; without `onChoose` the menu is only shown. */
export const MenuPart = ({ menu, onChoose }: { menu: MenuContent; onChoose?: (entry: MenuEntry) => void }) => {
  const isOpen = onChoose !== undefined && menu.chosen === null
  return (
    <View className="sx-part-menu">
      {menu.head ? <View className="sx-part-menu__head">{menu.head}</View> : null}
      {menu.items.map((entry) => {
        const isChosen = entry.id === menu.chosen
        return (
          <View
            key={entry.id}
            className={`sx-part-menu__entry ${isOpen ? 'sx-part-menu__entry--open' : ''}`}
            {...(isOpen ? { role: 'button', onClick: () => onChoose(entry) } : {})}
          >
            <View className="sx-grow">{entry.text}</View>
            {isChosen ? (
              <View className="sx-part-menu__chosen">
                <Icon name="check" size={16} />
                已选
              </View>
            ) : null}
          </View>
        )
      })}
    </View>
  )
}
