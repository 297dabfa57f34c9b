import type { ConversationPage } from '@suixing/contracts'
import { Select } from 'antd'
import type { useConversation } from '../conversation/use-conversation'
import { FailureNotice } from '../states/failure-notice'
import { HandOverPanel } from './hand-over-panel'
import { LabelSelect } from './label-select'
import { MoveButtons } from './move-buttons'
import { PatientSummaryPanel } from './patient-summary-panel'
import { SnoozeButton } from './snooze-button'
import { TeamOptionLine, teamOptions, type TeamOption } from './team-options'

/** Beside a conversation: the patient, why people answer, who does, and what can be done with it. */
export function SideColumn({
  page,
  act,
  meId,
  knownLabels,
}: {
  page: ConversationPage
  act: ReturnType<typeof useConversation>['act']
  meId: string
  knownLabels: readonly string[]
}) {
  const { conversation, summary, now } = page
  if (!conversation) return null
  const { assignedTo } = conversation
  const options = teamOptions(page.team)
  const away: TeamOption[] =
    assignedTo && !options.some(({ value }) => value === assignedTo.id)
      ? [{ value: assignedTo.id, label: assignedTo.name, about: assignedTo.title, onDuty: false }]
      : []
  return (
    <aside className="side-column" aria-label="患者与处理">
      {act.error ? (
        <div style={{ padding: '12px 16px 0' }}>
          <FailureNotice error={act.error} />
        </div>
      ) : null}
      <HandOverPanel page={page} />
      <section className="side-part" aria-label="处理">
        <MoveButtons page={page} meId={meId} pending={act.isPending} onMove={(move) => act.mutate(move)} />
        <label className="field-label" htmlFor="assignee">
          负责人
        </label>
        <Select<string, TeamOption>
          id="assignee"
          allowClear
          style={{ width: '100%' }}
          placeholder="未分配"
          aria-label="负责人"
          disabled={act.isPending}
          value={assignedTo?.id ?? null}
          options={[...options, ...away]}
          optionRender={({ data }) => <TeamOptionLine option={data} />}
          onChange={(to) => act.mutate({ action: 'assign', to: to ?? null })}
        />
        <span className="field-label">标记</span>
        <LabelSelect
          labels={conversation.labels}
          known={knownLabels}
          disabled={act.isPending}
          onChange={(labels) => act.mutate({ action: 'label', labels })}
        />
        <div style={{ marginTop: 12 }}>
          <SnoozeButton
            programmeId={conversation.programme.id}
            until={conversation.snoozedUntil}
            now={now}
            disabled={act.isPending}
            onSnooze={(until) => act.mutate({ action: 'snooze', until })}
          />
        </div>
      </section>
      {summary ? <PatientSummaryPanel summary={summary} now={now} /> : null}
    </aside>
  )
}
