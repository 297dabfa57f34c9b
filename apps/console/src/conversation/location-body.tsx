import type { MessageContent } from '@suixing/contracts'
import { App } from 'antd'
import { Copy, MapPin } from 'lucide-react'

type Location = Extract<MessageContent, { kind: 'location' }>

/** A place in words. It is copied, never opened: a map's address would carry where the patient is to somebody else. */
export function LocationBody({ location }: { location: Location }) {
  const { message } = App.useApp()
  const copy = () => {
    const text = `${location.name} ${location.address} ${location.latitude},${location.longitude}`.trim()
    void navigator.clipboard.writeText(text).then(
      () => message.success('位置已复制'),
      () => message.error('没有复制成功，请手动选中'),
    )
  }
  return (
    <span className="row gap8">
      <MapPin size={20} strokeWidth={1.7} color="var(--ink-3)" />
      <span className="grow">
        <b style={{ display: 'block' }}>{location.name || '位置'}</b>
        <span className="caption">{location.address}</span>
      </span>
      <button type="button" className="plain-button" onClick={copy} aria-label="复制位置">
        <Copy size={16} strokeWidth={1.7} />
      </button>
    </span>
  )
}
