import { Button } from 'antd'
import { EmptyState } from '../states/empty-state'

/** A page that could not be drawn: a defect of ours, said as one. */
export function CrashPage() {
  return (
    <main className="sign-in" role="alert">
      <EmptyState
        title="这一页没有画出来"
        detail="已存的内容都在。请刷新；还不行就告诉管理员。"
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            刷新
          </Button>
        }
      />
    </main>
  )
}
