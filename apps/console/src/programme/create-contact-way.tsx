import type { ProgrammePage } from '@suixing/contracts'
import { App, Modal, Radio } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../states/empty-state'
import { FailureNotice } from '../states/failure-notice'
import { useCreateContactWay } from './use-create-contact-way'

/** Choosing the physician a contact QR is for. `onCreated` gets the id of the way. */
export function CreateContactWay({
  programme,
  onCreated,
  onClose,
}: {
  programme: ProgrammePage
  onCreated: (id: string) => void
  onClose: () => void
}) {
  const { message } = App.useApp()
  const create = useCreateContactWay(programme.id)
  const owners = new Set(programme.contactWays.filter((way) => way.status !== 'failed').map((way) => way.physician.id))
  const free = programme.physicians.filter(({ id }) => !owners.has(id))
  // Whoever scans it becomes this physician's patient: chosen for nobody, unless there is no choice.
  const [physicianId, choose] = useState<string | undefined>(free.length === 1 ? free[0]?.id : undefined)
  const submit = () => {
    if (!physicianId) return
    create.mutate(physicianId, {
      onSuccess: (way) => {
        void message.success(`${way.physician.name}的联系码${way.status === 'ready' ? '好了' : '正在生成'}`)
        onCreated(way.id)
      },
    })
  }
  return (
    <Modal
      open
      title="为医生生成联系码"
      okText="生成联系码"
      cancelText="取消"
      okButtonProps={{ disabled: !physicianId, loading: create.isPending }}
      onOk={submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="second" style={{ marginBottom: 12 }}>
        患者扫码后加医生的企业微信为好友，由这位医生负责；20 秒内收到欢迎语和小程序卡片。
      </p>
      {programme.physicians.length === 0 ? (
        <EmptyState title="项目里还没有医生" detail="请管理员先把医生加进项目。" />
      ) : (
        <Radio.Group className="choices" value={physicianId} onChange={(event) => choose(event.target.value as string)}>
          {programme.physicians.map((physician) => (
            <Radio key={physician.id} value={physician.id} disabled={owners.has(physician.id)}>
              <b>{physician.name}</b> <span className="second">{physician.title}</span>
              {owners.has(physician.id) ? <span className="caption"> 已有联系码</span> : null}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {create.error ? <FailureNotice error={create.error} /> : null}
    </Modal>
  )
}
