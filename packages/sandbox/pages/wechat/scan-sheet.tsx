import { X } from 'lucide-react'
import type { ContactCode } from '../sandbox/views'

/** 扫一扫: the QR codes the sandbox knows. The first has the focus, so that Enter scans it. */
export function ScanSheet(props: { codes: ContactCode[]; onScan: (code: ContactCode) => void; onClose: () => void }) {
  return (
    <div
      className="sheet-shade"
      data-testid="scan-sheet"
      onKeyDown={(event) => (event.key === 'Escape' ? props.onClose() : undefined)}
    >
      <div className="sheet" role="dialog" aria-modal="true" aria-label="扫一扫" style={{ position: 'relative' }}>
        <h2>扫一扫</h2>
        <button
          type="button"
          className="sheet-close"
          aria-label="关闭"
          data-testid="scan-close"
          onClick={props.onClose}
        >
          <X size={22} aria-hidden="true" />
        </button>
        {props.codes.length === 0 ? (
          <p data-testid="scan-empty" style={{ fontSize: 16, marginTop: 12, color: 'var(--ink-2)' }}>
            还没有联系码。先到运营台的项目页，给一位医生生成联系码。
          </p>
        ) : (
          <div className="codes">
            {props.codes.map((code, index) => (
              <button
                key={code.configId}
                type="button"
                autoFocus={index === 0}
                data-testid="scan-code"
                data-config={code.configId}
                onClick={() => props.onScan(code)}
              >
                <img src={code.qrCode} alt="" />
                <span>
                  <b>{code.remark || `${code.memberNames.join('、')}的联系码`}</b>
                  <small>扫码后添加 {code.memberNames.join('、')}</small>
                </span>
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
