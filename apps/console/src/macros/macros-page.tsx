import type { Macro } from '@suixing/contracts'
import { App, Button } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { newClientId } from '../composer/new-client-id'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { FailureNotice } from '../states/failure-notice'
import { MacroEditor } from './macro-editor'
import { MacroText } from './macro-text'
import { useMacros, withMacro, withMacroAt, withoutMacro } from './use-macros'

const most = 100
const undoSeconds = 5

/** A programme's ready sentences: listed as patients read them, written, changed, and deleted with five seconds to take it back. */
export function MacrosPage() {
  const { id = '' } = useParams()
  const { message } = App.useApp()
  const programmes = useAnswer('programmes', {}, 'once').data?.programmes ?? []
  const query = useAnswer('macros', { params: { id } }, 'once')
  const [edited, edit] = useState<Macro | null>(null)
  const save = useMacros(id)
  const remove = useMacros(id)
  const take = (macro: Macro, index: number) =>
    remove.mutate(withoutMacro(macro.id), {
      onSuccess: () => {
        if (edited?.id === macro.id) edit(null)
        const key = `macro-${macro.id}`
        void message.open({
          key,
          type: 'success',
          duration: undoSeconds,
          content: (
            <>
              已删除「{macro.title}」{' '}
              <button
                type="button"
                className="plain-button"
                onClick={() => {
                  message.destroy(key)
                  remove.mutate(withMacroAt(macro, index))
                }}
              >
                撤销
              </button>
            </>
          ),
        })
      },
    })
  return (
    <Page
      crumbs={[
        { title: programmes.find((one) => one.id === id)?.name ?? '项目', to: `/programmes/${id}` },
        { title: '话术' },
      ]}
      tabTitle="话术"
    >
      <Answered query={query} rows={6}>
        {({ macros }) => (
          <>
            <div className="page-head">
              <h1 className="title">话术</h1>
              <span className="second">{macros.length} 条 · 写回复时打「/」就能选，医生的小程序里也有</span>
              <span className="grow" />
              <Button
                type="primary"
                icon={<Plus size={16} strokeWidth={2.2} />}
                disabled={macros.length >= most}
                onClick={() => {
                  save.reset()
                  edit({ id: newClientId(), title: '', text: '' })
                }}
              >
                新话术
              </Button>
            </div>
            {remove.error ? (
              <div style={{ marginBottom: 12 }}>
                <FailureNotice error={remove.error} />
              </div>
            ) : null}
            <div className="row gap12 top-line">
              <section className="panel" style={{ flex: '620 1 0' }} aria-label="话术">
                {macros.length === 0 ? (
                  <EmptyState title="还没有话术" detail="常说的话写一次，以后打「/」就能用。" />
                ) : null}
                {macros.map((macro, index) => (
                  <div key={macro.id} className={edited?.id === macro.id ? 'macro-row chosen' : 'macro-row'}>
                    <button
                      type="button"
                      className="macro-open"
                      onClick={() => {
                        save.reset()
                        edit(macro)
                      }}
                    >
                      <b>{macro.title}</b>
                      <span className="second">
                        <MacroText text={macro.text} />
                      </span>
                    </button>
                    <button
                      type="button"
                      className="tool"
                      aria-label={`删除「${macro.title}」`}
                      disabled={remove.isPending}
                      onClick={() => take(macro, index)}
                    >
                      <Trash2 size={16} strokeWidth={1.7} />
                    </button>
                  </div>
                ))}
              </section>
              <div style={{ flex: '548 1 0', minWidth: 0 }}>
                {edited ? (
                  <MacroEditor
                    key={edited.id}
                    macro={edited}
                    saving={save.isPending}
                    error={save.error}
                    onClose={() => edit(null)}
                    onSave={(macro) =>
                      save.mutate(withMacro(macro), {
                        onSuccess: () => {
                          edit(null)
                          void message.success('话术已保存')
                        },
                      })
                    }
                  />
                ) : (
                  <div className="panel">
                    <EmptyState title="选一条来改" detail="患者姓名、医生姓名会在发的时候自动换上。" />
                  </div>
                )}
              </div>
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}
