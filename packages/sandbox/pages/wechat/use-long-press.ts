import { useRef } from 'react'
import type { MouseEvent } from 'react'

const longMs = 500

/** Handlers of an element that answers to a long press, or to the right button; without `act` there are none. */
export function useLongPress(act: (() => void) | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (act === undefined) return {}
  const end = (): void => clearTimeout(timer.current)
  return {
    onPointerDown() {
      end()
      timer.current = setTimeout(act, longMs)
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onContextMenu(event: MouseEvent) {
      event.preventDefault()
      end()
      act()
    },
  }
}
