import { useLayoutEffect, useRef, useState } from 'react'
import { ExternalLink, X } from 'lucide-react'

/** The console is drawn for screens at least this wide; narrower it is shown smaller, not cut. */
const drawnFor = 1280

/** The console in place of the phones: a wide panel for who does not want another tab. */
export function ConsolePanel(props: { onClose: () => void }) {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const { current } = room
    if (!current) return undefined
    const observer = new ResizeObserver(() => setScale(Math.min(1, current.clientWidth / drawnFor)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  const size = `${100 / scale}%`
  return (
    <section className="console" aria-label="运营台" data-testid="console-panel">
      <header>
        <h2>运营台</h2>
        <a className="button" href="/console/" target="_blank">
          <ExternalLink size={15} aria-hidden="true" />
          新窗口
        </a>
        <button type="button" className="button" data-testid="console-close" onClick={props.onClose}>
          <X size={15} aria-hidden="true" />
          回到手机
        </button>
      </header>
      <div className="console-room" ref={room}>
        <iframe src="/console/" title="运营台" style={{ width: size, height: size, transform: `scale(${scale})` }} />
      </div>
    </section>
  )
}
