import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import './skeleton.scss'

/** Grey shapes of what is coming; nothing during the first 300 ms, so that quick answers do not flicker. `rows` per card. */
export const Skeleton = ({ cards = [3, 2] }: { cards?: readonly number[] }) => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <View aria-label="正在读取">
      {cards.map((rows, card) => (
        <View key={card} className="sx-skeleton">
          {Array.from({ length: rows }, (_, row) => (
            <View key={row} className="sx-skeleton__line" />
          ))}
        </View>
      ))}
    </View>
  )
}
