import { Select } from 'antd'

/** Labels of a conversation: chosen from those in use or typed; ten at most, twenty characters each. */
export function LabelSelect({
  labels,
  known,
  disabled,
  onChange,
}: {
  labels: readonly string[]
  known: readonly string[]
  disabled: boolean
  onChange: (labels: string[]) => void
}) {
  return (
    <Select<string[]>
      mode="tags"
      style={{ width: '100%' }}
      placeholder="加标记"
      aria-label="加标记"
      disabled={disabled}
      value={[...labels]}
      maxCount={10}
      tokenSeparators={['，', ',', '、']}
      options={[...new Set([...known, ...labels])].map((value) => ({ value }))}
      notFoundContent="写一个新的，按 Enter"
      onChange={(chosen) =>
        onChange([...new Set(chosen.map((label) => label.trim().slice(0, 20)).filter(Boolean))].slice(0, 10))
      }
    />
  )
}
