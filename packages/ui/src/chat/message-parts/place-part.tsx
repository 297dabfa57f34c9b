import type { MessageContent } from '@suixing/contracts'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { PartBox } from './part-box'

type Place = Extract<MessageContent, { kind: 'location' }>

/** A place: WeChat shows it on its map. A browser copies the address, so that no map service learns where a patient is. */
export const PlacePart = ({ place }: { place: Place }) => {
  const [copied, setCopied] = useState(false)
  const { name, address, latitude, longitude } = place
  const press = () => {
    if (Taro.getEnv() === Taro.ENV_TYPE.WEAPP) return void Taro.openLocation({ name, address, latitude, longitude })
    void Taro.setClipboardData({ data: `${name} ${address}`.trim() }).then(() => setCopied(true))
  }
  return <PartBox icon="pin" title={name || '位置'} detail={copied ? '地址已复制' : address} onPress={press} />
}
