import { useState } from 'react'
import { RotateCcw } from 'lucide-react'

/** 「重新开始」: says what goes and what stays before the sandbox is taken back to its first day. */
export function Restart({ reset }: { reset: () => Promise<string | null> }) {
  const [open, setOpen] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const go = async (): Promise<void> => {
    setBusy(true)
    const problem = await reset()
    setBusy(false)
    setTrouble(problem)
    if (problem === null) setOpen(false)
  }
  return (
    <>
      <button type="button" className="button" data-testid="restart" onClick={() => setOpen(true)}>
        <RotateCcw size={15} aria-hidden="true" />
        重新开始
      </button>
      {open ? (
        <div className="veil" onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}>
          <div
            className="dialog"
            role="dialog"
            aria-modal="true"
            aria-labelledby="restart-title"
            data-testid="restart-dialog"
          >
            <h2 id="restart-title">重新开始</h2>
            <p>沙箱会回到第一天：聊天、好友、标签和钟都清空。</p>
            <p>
              患者、同意书和血糖在产品的数据库里，这里清不掉。要从头来，请在终端停下，再运行{' '}
              <code>npm start -- --fresh</code>。
            </p>
            {trouble ? (
              <p role="alert" className="trouble">
                {trouble}
              </p>
            ) : null}
            <div>
              <button
                type="button"
                className="button"
                autoFocus
                data-testid="restart-cancel"
                onClick={() => setOpen(false)}
              >
                先不
              </button>
              <button
                type="button"
                className="button"
                disabled={busy}
                data-testid="restart-sandbox"
                onClick={() => void go()}
              >
                只清空沙箱
              </button>
            </div>
          </div>
        </div>
      ) : null}
    </>
  )
}
