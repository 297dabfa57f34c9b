import { useState } from 'react'
import type { ReactNode } from 'react'
import { ChevronLeft, ChevronRight, Phone as PhoneIcon, X } from 'lucide-react'
import { PhoneRefusal } from '../mini-program/bridge'
import './overlays.css'

interface Preview {
  current: string
  urls: readonly string[]
}

/** What an app lays over the whole phone: pictures large, and the question before a call. */
export interface Overlays {
  previewImage(params: { current?: string; urls: string[] }): Promise<Record<string, never>>
  makePhoneCall(params: { phoneNumber: string }): Promise<Record<string, never>>
  element: ReactNode
}

export function useOverlays(): Overlays {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [call, setCall] = useState<{ number: string; done: (called: boolean) => void } | null>(null)
  return {
    previewImage({ current, urls }) {
      const first = current ?? urls[0]
      if (first === undefined) return Promise.reject(new PhoneRefusal('previewImage:fail urls is empty'))
      setPreview({ current: first, urls })
      return Promise.resolve({})
    },
    makePhoneCall: ({ phoneNumber }) =>
      new Promise((resolve, reject) => {
        if (!phoneNumber) return reject(new PhoneRefusal('makePhoneCall:fail phoneNumber is empty'))
        setCall({
          number: phoneNumber,
          done(called) {
            setCall(null)
            if (called) resolve({})
            else reject(new PhoneRefusal('makePhoneCall:fail cancel'))
          },
        })
      }),
    element: (
      <>
        {preview ? (
          <ImagePreview
            preview={preview}
            onTurn={(current) => setPreview({ ...preview, current })}
            onClose={() => setPreview(null)}
          />
        ) : null}
        {call ? <CallSheet number={call.number} onDone={call.done} /> : null}
      </>
    ),
  }
}

function ImagePreview(props: { preview: Preview; onTurn: (url: string) => void; onClose: () => void }) {
  const { current, urls } = props.preview
  const at = urls.indexOf(current)
  const turn = (by: number): void => {
    const next = urls[at + by]
    if (next !== undefined) props.onTurn(next)
  }
  return (
    <div
      className="image-preview"
      role="dialog"
      aria-modal="true"
      aria-label="图片"
      data-testid="image-preview"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
        if (event.key === 'ArrowLeft') turn(-1)
        if (event.key === 'ArrowRight') turn(1)
      }}
    >
      <button
        type="button"
        className="whole"
        aria-label="关闭图片"
        data-testid="preview-close"
        autoFocus
        onClick={props.onClose}
      >
        <img src={current} alt={`第 ${at + 1} 张`} />
      </button>
      {urls.length > 1 ? (
        <>
          <button
            type="button"
            className="turn"
            style={{ left: 4 }}
            aria-label="上一张"
            disabled={at <= 0}
            onClick={() => turn(-1)}
          >
            <ChevronLeft size={28} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="turn"
            style={{ right: 4 }}
            aria-label="下一张"
            disabled={at >= urls.length - 1}
            onClick={() => turn(1)}
          >
            <ChevronRight size={28} aria-hidden="true" />
          </button>
          <span className="count">
            {at + 1}/{urls.length}
          </span>
        </>
      ) : null}
    </div>
  )
}

function CallSheet(props: { number: string; onDone: (called: boolean) => void }) {
  return (
    <div
      className="sheet-shade"
      data-testid="call-sheet"
      onKeyDown={(event) => (event.key === 'Escape' ? props.onDone(false) : undefined)}
    >
      <div className="sheet" role="dialog" aria-modal="true" aria-label="拨打电话" style={{ position: 'relative' }}>
        <h2>拨打电话</h2>
        <button type="button" className="sheet-close" aria-label="关闭" onClick={() => props.onDone(false)}>
          <X size={22} aria-hidden="true" />
        </button>
        <p className="call-number">{props.number}</p>
        <p className="call-note">沙箱的电话不会真的拨出。</p>
        <div className="sheet-buttons">
          <button type="button" data-testid="call-cancel" onClick={() => props.onDone(false)}>
            取消
          </button>
          <button type="button" className="main" autoFocus data-testid="call-go" onClick={() => props.onDone(true)}>
            <PhoneIcon size={18} aria-hidden="true" style={{ display: 'inline', verticalAlign: -3 }} /> 呼叫
          </button>
        </div>
      </div>
    </div>
  )
}
