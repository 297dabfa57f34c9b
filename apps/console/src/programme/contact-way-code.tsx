import type { ContactWayView } from '@suixing/contracts'
import { Button, Skeleton } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useCreateContactWay } from './use-create-contact-way'

/** The QR picture of one contact way, or why there is none yet. */
export function ContactWayCode({
  way,
  programmeId,
  size = 150,
}: {
  way: ContactWayView
  programmeId: string
  size?: number
}) {
  const create = useCreateContactWay(programmeId)
  const [broken, setBroken] = useState<string | null>(null)
  if (way.status === 'failed') {
    return (
      <div className="qr-place" style={{ width: size, height: size }}>
        <TriangleAlert size={22} strokeWidth={1.7} color="var(--urgent)" />
        <b>联系码没有生成</b>
        <span className="caption">{way.failure ?? '企业微信没有说明原因'}</span>
        <Button size="small" loading={create.isPending} onClick={() => create.mutate(way.physician.id)}>
          再试一次
        </Button>
      </div>
    )
  }
  if (way.status === 'creating' || way.qrCode === null) {
    return (
      <div className="qr-place" style={{ width: size, height: size }} aria-busy="true">
        <Skeleton.Node active style={{ width: size - 60, height: size - 60 }}>
          <span />
        </Skeleton.Node>
        <span className="caption">企业微信正在生成…</span>
      </div>
    )
  }
  if (broken === way.qrCode) {
    return (
      <div className="qr-place" style={{ width: size, height: size }}>
        <span className="caption">图片这会儿打不开，码还有效。</span>
        <Button size="small" onClick={() => setBroken(null)}>
          再试一次
        </Button>
      </div>
    )
  }
  return (
    <img
      src={way.qrCode}
      width={size}
      height={size}
      alt={`${way.physician.name}的联系码`}
      onError={() => setBroken(way.qrCode)}
    />
  )
}
