import { App, Button } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { ApiFailure } from '../api/api-failure'
import { failureWords } from '../api/failure-words'
import { useAnswer } from '../api/use-answer'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { FailureNotice } from '../states/failure-notice'
import { draftOf, dutyFieldOf, dutyMistakes, type DutyDraft } from './duty-draft'
import { DutyNow } from './duty-now'
import { HoursPanel } from './hours-panel'
import { MembersPanel } from './members-panel'
import { OnCallPanel } from './on-call-panel'
import { useSetDuty } from './use-set-duty'

/** When the team is there, who of it, and the one person whom what nobody takes ends at. */
export function DutyPage() {
  const { id = '' } = useParams()
  const { message } = App.useApp()
  const programmes = useAnswer('programmes', {}, 'once').data?.programmes ?? []
  const query = useAnswer('duty', { params: { id } })
  const now = useAnswer('consoleMe').data?.clock.now ?? ''
  const save = useSetDuty(id)
  const [changed, change] = useState<DutyDraft | null>(null)
  const refused = save.error instanceof ApiFailure ? dutyFieldOf(save.error.detail.field) : null
  return (
    <Page
      crumbs={[
        { title: programmes.find((one) => one.id === id)?.name ?? '项目', to: `/programmes/${id}` },
        { title: '值班' },
      ]}
      tabTitle="值班"
    >
      <Answered query={query} rows={8}>
        {(duty) => {
          const draft = changed ?? draftOf(duty)
          const found = dutyMistakes(draft)
          const mistakes =
            refused && save.error
              ? {
                  ...found,
                  [refused]:
                    (save.error instanceof ApiFailure ? save.error.detail.hint : undefined) ??
                    failureWords(save.error).title,
                }
              : found
          const set = (more: Partial<DutyDraft>) => {
            save.reset()
            change({ ...draft, ...more })
          }
          return (
            <>
              <div className="page-head">
                <h1 className="title">值班</h1>
                <span className="second">找人的对话先给负责的同事，再给在岗里手上最少的</span>
                <span className="grow" />
                {changed ? (
                  <Button
                    onClick={() => {
                      save.reset()
                      change(null)
                    }}
                  >
                    不改了
                  </Button>
                ) : null}
                <Button
                  type="primary"
                  loading={save.isPending}
                  disabled={changed === null || Object.keys(found).length > 0}
                  onClick={() =>
                    save.mutate(draft, {
                      onSuccess: () => {
                        change(null)
                        void message.success('值班已保存')
                      },
                    })
                  }
                >
                  保存
                </Button>
              </div>
              {duty.onCall === null ? (
                <div className="notice bad" role="alert" style={{ marginBottom: 12 }}>
                  <TriangleAlert size={20} strokeWidth={1.7} color="var(--urgent)" />
                  <div>
                    <b>还没有兜底的人</b>
                    <div className="second">没人接手的对话和紧急情况，最后找不到人。请在下面选一位并保存。</div>
                  </div>
                </div>
              ) : null}
              {save.error && !refused ? (
                <div style={{ marginBottom: 12 }}>
                  <FailureNotice error={save.error} />
                </div>
              ) : null}
              <div className="row gap12 top-line">
                <div className="col gap12" style={{ flex: '780 1 0', minWidth: 0 }}>
                  <HoursPanel hours={draft.hours} mistakes={mistakes} onChange={(hours) => set({ hours })} />
                  <MembersPanel
                    members={duty.members}
                    availability={draft.availability}
                    mistake={mistakes.members}
                    onChange={(availability) => set({ availability })}
                  />
                </div>
                <div className="col gap12" style={{ flex: '388 1 0', minWidth: 0 }}>
                  <DutyNow duty={duty} now={now} />
                  <OnCallPanel
                    members={duty.members}
                    onCall={draft.onCall}
                    mistake={mistakes.onCall}
                    onChange={(onCall) => set({ onCall })}
                  />
                </div>
              </div>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
