/** A subscribe message in 服务通知: rows of a template; tapping opens the mini-program page it carries. */
export function TemplateCard(props: {
  title: string
  appName: string
  rows: { key: string; value: string }[]
  onOpen: () => void
}) {
  return (
    <button type="button" className="bubble card-rows" data-testid="template-card" onClick={props.onOpen}>
      <h3>{props.title}</h3>
      <dl>
        {props.rows.map((row) => [
          <dt key={row.key}>{rowLabel(row.key)}</dt>,
          <dd key={`${row.key}=`}>{row.value}</dd>,
        ])}
      </dl>
      <footer>{props.appName} · 小程序</footer>
    </button>
  )
}

const labels: Record<string, string> = { thing: '事项', time: '时间', name: '姓名', date: '日期', phrase: '状态' }

/** A template's key carries its value type as a prefix (`thing1`); the sandbox knows no label of it. */
function rowLabel(key: string): string {
  return labels[key.replace(/\d+$/, '')] ?? key
}
