import { Clock } from 'lucide-react'
import { useAnswer } from '../api/use-answer'
import { clockWords } from '../time/time-words'

/** The sandbox's clock in its yellow stripes; nothing when time is the real one. */
export function SandboxClock() {
  const clock = useAnswer('consoleMe').data?.clock
  if (clock?.kind !== 'followed') return null
  return (
    <span className="clock" role="timer" aria-label="沙箱时钟">
      <Clock size={16} strokeWidth={2} />
      沙箱时钟 {clockWords(clock.now)}
    </span>
  )
}
