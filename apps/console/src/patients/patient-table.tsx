import type { AnswerOf } from '@suixing/contracts'
import { Table, type TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import { conversationLook } from '../conversation/conversation-words'
import { nearWords } from '../time/time-words'
import { StatusTag } from './status-tag'

type Row = AnswerOf<'consolePatients'>['rows'][number]

const columns = (now: string): TableColumnsType<Row> => [
  {
    title: '姓名',
    dataIndex: 'name',
    width: 150,
    render: (name: string, row) => (
      <Link to={`/patients/${row.id}`}>
        <b>{name}</b>
      </Link>
    ),
  },
  { title: '状态', dataIndex: 'status', width: 90, render: (_, row) => <StatusTag status={row.status} /> },
  {
    title: '负责医生',
    dataIndex: 'physician',
    width: 120,
    render: (name: string | null) => name ?? <span className="ink-3">还没有</span>,
  },
  {
    title: '标签',
    dataIndex: 'tags',
    render: (tags: string[]) => (
      <span className="row gap4 wrap">
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </span>
    ),
  },
  {
    title: '对话',
    dataIndex: 'conversation',
    width: 110,
    render: (_, { conversation }) =>
      conversation ? (
        <span className={`tag ${conversationLook[conversation].tone}`}>{conversationLook[conversation].word}</span>
      ) : (
        <span className="ink-3">还没开始</span>
      ),
  },
  {
    title: '下一个触点',
    dataIndex: 'nextTouchpoint',
    width: 140,
    render: (at: string | null) => (at ? nearWords(at, now) : <span className="ink-3">没有</span>),
  },
  {
    title: '最近动静',
    dataIndex: 'lastActivityAt',
    width: 140,
    render: (at: string) => <span className="ink-2">{nearWords(at, now)}</span>,
  },
]

/** Rows of patients; a row opens the patient. */
export function PatientTable({ rows, now }: { rows: readonly Row[]; now: string }) {
  const navigate = useNavigate()
  return (
    <Table<Row>
      rowKey={(row) => row.enrolmentId}
      columns={columns(now)}
      dataSource={[...rows]}
      pagination={false}
      onRow={(row) => ({ onClick: () => void navigate(`/patients/${row.id}`), style: { cursor: 'pointer' } })}
    />
  )
}
