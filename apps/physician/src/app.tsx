import { DisplayProvider, frameVisible, MediaBaseProvider, usualDisplay, type Display } from '@suixing/ui'
import '@suixing/ui/theme/theme.scss'
import Taro from '@tarojs/taro'
import { useEffect, useState, type PropsWithChildren } from 'react'
import { platform } from './platform'
import { session } from './session/current-session'

const physicianDisplay: Display = { ...usualDisplay, type: 'compact' }

/** Signs in once, and tells the pages how the phone around them is drawn. */
export default function App({ children }: PropsWithChildren) {
  const [display, setDisplay] = useState(physicianDisplay)
  useEffect(() => {
    void session.start()
    void platform
      .environment()
      .then(({ statusBarHeight, bottomInset }) => setDisplay({ ...physicianDisplay, statusBarHeight, bottomInset }))
    return platform.onVisibility((visible) => Taro.eventCenter.trigger(frameVisible, visible))
  }, [])
  return (
    <MediaBaseProvider base={platform.hostBase}>
      <DisplayProvider display={display}>{children}</DisplayProvider>
    </MediaBaseProvider>
  )
}
