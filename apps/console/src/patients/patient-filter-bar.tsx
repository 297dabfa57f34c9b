import { enrolmentStatus } from '@suixing/contracts'
import { Input, Select } from 'antd'
import { Search } from 'lucide-react'
import { useAnswer } from '../api/use-answer'
import { patientNeeds } from './patient-needs'
import { statusLook } from './status-words'
import type { usePatientFilter } from './use-patient-filter'

const statuses = enrolmentStatus.options.map((value) => ({ value, label: statusLook[value].word }))
const needs = Object.entries(patientNeeds).map(([value, label]) => ({ value, label }))

/** Name, programme, status and need. */
export function PatientFilterBar({ filter, q, type, set }: ReturnType<typeof usePatientFilter>) {
  const programmes = useAnswer('programmes', {}, 'once').data?.programmes ?? []
  return (
    <div className="row gap8" style={{ marginBottom: 8 }}>
      <Input
        allowClear
        style={{ width: 220 }}
        maxLength={30}
        value={q}
        placeholder="按姓名找"
        aria-label="按姓名找"
        prefix={<Search size={16} strokeWidth={1.7} color="var(--ink-3)" />}
        onChange={(event) => type(event.target.value)}
      />
      <Select
        allowClear
        style={{ width: 130 }}
        placeholder="全部状态"
        aria-label="状态"
        value={filter.status ?? null}
        options={statuses}
        onChange={(value) => set('status', value ?? undefined)}
      />
      <Select
        allowClear
        style={{ width: 200 }}
        placeholder="不管要不要人处理"
        aria-label="需要人处理"
        value={filter.needs ?? null}
        options={needs}
        onChange={(value) => set('needs', value ?? undefined)}
      />
      {programmes.length > 1 ? (
        <Select
          allowClear
          style={{ width: 200 }}
          placeholder="全部项目"
          aria-label="项目"
          value={filter.programmeId ?? null}
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => set('programmeId', value ?? undefined)}
        />
      ) : null}
    </div>
  )
}
