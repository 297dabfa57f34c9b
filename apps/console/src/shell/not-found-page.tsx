import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { EmptyState } from '../states/empty-state'
import { Page } from './page'

/** An address no page answers to. */
export function NotFoundPage() {
  return (
    <Page crumbs={[{ title: '没有这一页' }]} tabTitle="没有这一页">
      <div className="panel">
        <EmptyState
          title="没有这一页"
          detail="地址可能写错了。"
          action={
            <Link to="/">
              <Button type="primary">回到项目概览</Button>
            </Link>
          }
        />
      </div>
    </Page>
  )
}
