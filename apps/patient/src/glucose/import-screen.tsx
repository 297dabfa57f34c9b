import { ChoiceCard, ErrorState, failureText, GhostButton, PrimaryButton, Screen, Skeleton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { ImportReportCards } from './import-report'
import type { Hints, Import, useImport } from './use-import'
import './glucose.scss'

/** The import as its own screen while it lasts. */
export const ImportScreen = (props: { work: ReturnType<typeof useImport>; onDone: () => void }) => {
  const { work, onDone } = props
  const { state } = work
  const report = state.kind === 'preview' || state.kind === 'storing' ? state.report : null
  return (
    <Screen
      title={{ kind: 'back', text: '导入血糖', onBack: state.kind === 'done' ? onDone : work.close }}
      footer={
        report && report.taken > 0 ? (
          <View>
            <PrimaryButton
              text={`收下 ${report.taken} 条`}
              state={state.kind === 'storing' ? 'busy' : 'ready'}
              onPress={() => void work.store()}
            />
            <GhostButton text="先不收" size="small" onPress={work.close} />
          </View>
        ) : state.kind === 'done' ? (
          <PrimaryButton text="去看血糖" onPress={onDone} />
        ) : null
      }
    >
      <ImportBody state={state} tell={work.tell} close={work.close} />
    </Screen>
  )
}

const ImportBody = (props: { state: Import; tell: ReturnType<typeof useImport>['tell']; close: () => void }) => {
  const { state } = props
  switch (state.kind) {
    case 'none':
      return null
    case 'reading':
      return <Skeleton cards={[2, 5]} />
    case 'ask':
      return (
        <View>
          <Head title={questions[state.about].title} detail={questions[state.about].detail} />
          <View className="import-answers">
            {questions[state.about].answers.map(({ title, detail, hints }) => (
              <ChoiceCard key={title} title={title} detail={detail} chosen={false} onChoose={() => props.tell(hints)} />
            ))}
          </View>
        </View>
      )
    case 'preview':
    case 'storing':
      return (
        <View>
          <Head
            title={state.report.taken > 0 ? '看过再收' : '没有新的血糖'}
            detail={state.report.taken > 0 ? '现在还没有保存任何内容。' : '这些记录以前都收过了。'}
          />
          <ImportReportCards report={state.report} />
        </View>
      )
    case 'done':
      return (
        <View>
          <Head title={`已收下 ${state.report.taken} 条`} detail="趋势里已经能看到。" />
          <ImportReportCards report={state.report} />
        </View>
      )
    case 'failed': {
      const { what, safe, todo } = failureText(state.failure.code)
      return (
        <ErrorState
          what={what}
          icon={state.failure.code === 'file-not-readable' ? 'file' : 'offline'}
          safe={`${safe}。${state.failure.hint ?? todo}。`}
          todo={{ text: state.again ? '再试一次' : '回去换一份', onPress: state.again ?? props.close }}
        />
      )
    }
  }
}

const Head = ({ title, detail }: { title: string; detail: string }) => (
  <View style={{ padding: '6px 4px 14px' }}>
    <View className="sx-title">{title}</View>
    <View className="sx-second">{detail}</View>
  </View>
)

interface Question {
  readonly title: string
  readonly detail: string
  readonly answers: readonly { readonly title: string; readonly detail: string; readonly hints: Hints }[]
}
const questions: Record<'unit' | 'dateOrder', Question> = {
  unit: {
    title: '血糖用的是哪个单位',
    detail: '文件里没有写明，请看看血糖仪上的字。',
    answers: [
      { title: 'mmol/L', detail: '数值多在 4 到 15', hints: { unit: 'mmol/L' } },
      { title: 'mg/dL', detail: '数值多在 70 到 270', hints: { unit: 'mg/dL' } },
    ],
  },
  dateOrder: {
    title: '日期是怎么写的',
    detail: '文件里的日期两种读法都说得通。',
    answers: [
      { title: '月在前', detail: '如 11/24/2026', hints: { dateOrder: 'MDY' } },
      { title: '日在前', detail: '如 24/11/2026', hints: { dateOrder: 'DMY' } },
    ],
  },
}
