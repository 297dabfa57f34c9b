import { View } from '@tarojs/components'

/** WeChat asks for this component when the native tab bar is off; the pages draw the tab bar themselves. */
export default function CustomTabBar() {
  return <View />
}
