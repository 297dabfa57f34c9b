import { ExternalLink, X } from 'lucide-react'

/** The console in place of the phones: a wide panel for who does not want another tab. */
export function ConsolePanel(props: { onClose: () => void }) {
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
      <iframe src="/console/" title="运营台" />
    </section>
  )
}
