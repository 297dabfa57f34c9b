import { Navigate } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'

/** The first page: the first programme one may see. */
export function Home() {
  const programmes = useAnswer('programmes', {}, 'once')
  const first = programmes.data?.programmes[0]
  if (first) return <Navigate to={`/programmes/${first.id}`} replace />
  return (
    <Page crumbs={[{ title: '项目概览' }]} tabTitle="项目概览">
      <Answered query={programmes}>
        {() => (
          <div className="panel">
            <EmptyState title="还没有项目" detail="管理员把您加入一个项目之后，就会出现在这里。" />
          </div>
        )}
      </Answered>
    </Page>
  )
}
