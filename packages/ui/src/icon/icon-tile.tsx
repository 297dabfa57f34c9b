import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import './icon.scss'

/** An icon on a tinted square, the lead of a row that explains something. */
export const IconTile = ({ name }: { name: IconName }) => (
  <View className="sx-icon-tile">
    <Icon name={name} />
  </View>
)
