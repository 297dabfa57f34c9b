import { Button, DatePicker, Dropdown, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { Moon } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../api/use-answer'
import { nearWords } from '../time/time-words'
import { wallClock } from '../time/wall-clock'
import { instantOf } from '../time/zoned-instant'
import { inAnHour, nextWorkday } from './snooze-until'

/** What a picker shows, read as the wall clock of the programme, wherever the computer stands. */
const picked = (value: Dayjs): string =>
  instantOf({
    year: value.year(),
    month: value.month() + 1,
    day: value.date(),
    minute: value.hour() * 60 + value.minute(),
  })
const shown = (instant: string): Dayjs => {
  const { year, month, day, hour, minute } = wallClock(instant)
  return dayjs(new Date(year, month - 1, day, hour, minute))
}

/** Puts a conversation aside until an hour, the next working day or a chosen time; or takes it back. */
export function SnoozeButton({
  programmeId,
  until,
  now,
  disabled,
  onSnooze,
}: {
  programmeId: string
  until: string | null
  now: string
  disabled: boolean
  onSnooze: (until: string | null) => void
}) {
  const hours = useAnswer('duty', { params: { id: programmeId } }, 'once').data?.hours
  const [choosing, setChoosing] = useState<Dayjs | null>(null)
  if (until)
    return (
      <Button block disabled={disabled} icon={<Moon size={15} strokeWidth={1.7} />} onClick={() => onSnooze(null)}>
        已搁置到{nearWords(until, now)}，取回
      </Button>
    )
  const workday = nextWorkday(now, hours)
  const chosen = choosing ? picked(choosing) : null
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={disabled}
        menu={{
          items: [
            { key: 'hour', label: `1 小时后 · ${nearWords(inAnHour(now), now)}` },
            { key: 'workday', label: `下个工作日上班 · ${nearWords(workday, now)}` },
            { key: 'own', label: '自选时间' },
          ],
          onClick: ({ key }) => {
            if (key === 'own') setChoosing(shown(inAnHour(now)))
            else onSnooze(key === 'hour' ? inAnHour(now) : workday)
          },
        }}
      >
        <Button block icon={<Moon size={15} strokeWidth={1.7} />}>
          搁置
        </Button>
      </Dropdown>
      <Modal
        open={choosing !== null}
        title="搁置到什么时候"
        okText="搁置"
        cancelText="取消"
        width={360}
        okButtonProps={{ disabled: chosen === null || chosen <= now }}
        onCancel={() => setChoosing(null)}
        onOk={() => {
          if (chosen) onSnooze(chosen)
          setChoosing(null)
        }}
      >
        <DatePicker
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format="M月D日 HH:mm"
          style={{ width: '100%' }}
          allowClear={false}
          value={choosing}
          minDate={shown(now)}
          onChange={(value) => setChoosing(value)}
        />
        <p className="caption" style={{ marginTop: 8 }}>
          到时会自己回到列表；患者再说话也会马上回来。
        </p>
      </Modal>
    </>
  )
}
