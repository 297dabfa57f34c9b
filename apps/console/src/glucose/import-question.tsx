import { Radio } from 'antd'
import type { FailureCode } from '../api/api-failure'
import type { ImportAnswers } from './use-import'

const questions = {
  'unit-unsure': {
    key: 'unit',
    choices: [
      { value: 'mmol/L', words: 'mmol/L（国内常用，多在 3–20）' },
      { value: 'mg/dL', words: 'mg/dL（多在 50–400）' },
    ],
  },
  'date-order-unsure': {
    key: 'dateOrder',
    choices: [
      { value: 'MDY', words: '月/日/年，例如 11/24/2026' },
      { value: 'DMY', words: '日/月/年，例如 24/11/2026' },
    ],
  },
} as const

/** The one thing a file does not say about itself; nothing for any other failure. */
export function ImportQuestion({
  code,
  answers,
  onAnswer,
}: {
  code: FailureCode
  answers: ImportAnswers
  onAnswer: (answers: ImportAnswers) => void
}) {
  if (code !== 'unit-unsure' && code !== 'date-order-unsure') return null
  const { key, choices } = questions[code]
  return (
    <Radio.Group
      className="choices"
      style={{ marginTop: 12 }}
      value={answers[key]}
      onChange={(event) => onAnswer({ ...answers, [key]: event.target.value as string })}
    >
      {choices.map(({ value, words }) => (
        <Radio key={value} value={value}>
          {words}
        </Radio>
      ))}
    </Radio.Group>
  )
}
