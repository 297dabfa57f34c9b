import type { ConversationRow, PatientSummary } from '@suixing/contracts'
import { genderAndAge } from '../patient/person-line'

const statusWords: Record<PatientSummary['status'], string> = {
  invited: '还没入组',
  enrolled: '',
  paused: '已暂停',
  completed: '已完成',
  withdrawn: '已退出',
  lost: '失访',
  deceased: '已故',
}

/** One line about the patient: 「女 68 岁 · 第 12 天 · 胰岛素」; what is unknown is left out. */
export const summaryLine = (
  patient: NonNullable<ConversationRow['patient']>,
  summary: Pick<PatientSummary, 'status' | 'dayNumber' | 'therapy'> | null,
): string => {
  const who = genderAndAge(patient.gender, patient.age)
  return [
    who === '' || patient.age === null ? who : `${who} 岁`,
    summary ? statusWords[summary.status] : '',
    summary && summary.dayNumber !== null ? `第 ${summary.dayNumber} 天` : '',
    summary?.therapy ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What the opened summary adds: 「2014 年确诊」, 「主管 林致远」. */
export const summaryDetail = ({
  diagnosisYear,
  physician,
}: Pick<PatientSummary, 'diagnosisYear' | 'physician'>): string =>
  [diagnosisYear === null ? '' : `${diagnosisYear} 年确诊`, physician === null ? '' : `主管 ${physician}`]
    .filter(Boolean)
    .join(' · ')
