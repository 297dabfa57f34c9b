import type { TeamMember } from '@suixing/contracts'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { TeamOptionLine, teamOptions, type TeamOption } from './team-options'

/** Choosing who takes a conversation over: passing it to a colleague with a word, or putting its kf session into their WeCom client. */
export function GiveDialog({
  kind,
  team,
  meId,
  onGive,
  onClose,
}: {
  kind: 'pass' | 'to-client'
  team: readonly TeamMember[]
  meId: string
  onGive: (to: string, note: string) => void
  onClose: () => void
}) {
  const options = teamOptions(team).filter(({ value }) => kind === 'to-client' || value !== meId)
  const [to, choose] = useState<string | null>(
    kind === 'to-client' && options.some(({ value }) => value === meId) ? meId : null,
  )
  const [note, write] = useState('')
  return (
    <Modal
      open
      title={kind === 'pass' ? '转给同事' : '转到企业微信客户端'}
      okText={kind === 'pass' ? '转给他' : '转过去'}
      cancelText="取消"
      okButtonProps={{ disabled: to === null }}
      onOk={() => to !== null && onGive(to, note.trim())}
      onCancel={onClose}
    >
      <p className="second" style={{ marginBottom: 12 }}>
        {kind === 'pass'
          ? '之后由同事回复，患者不需要再说一遍。'
          : '之后由这位同事在企业微信里直接聊；那边结束之前，这里不能发微信客服消息。'}
      </p>
      <Select<string, TeamOption>
        style={{ width: '100%' }}
        placeholder="选一位同事"
        aria-label="选一位同事"
        value={to}
        options={options}
        optionRender={({ data }) => <TeamOptionLine option={data} />}
        notFoundContent="没有别的同事"
        onChange={choose}
      />
      {kind === 'pass' ? (
        <Input.TextArea
          style={{ marginTop: 12 }}
          autoSize={{ minRows: 2 }}
          maxLength={200}
          showCount
          value={note}
          aria-label="留一句话"
          placeholder="留一句话，只有团队看得到（可不填）"
          onChange={(event) => write(event.target.value)}
        />
      ) : null}
    </Modal>
  )
}
