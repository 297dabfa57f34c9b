import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Width in px of the box a chart stands in, so that its text keeps its size on every screen. `assumed` until it was measured. */
export function useBoxWidth<Box extends HTMLElement>(assumed: number): readonly [RefObject<Box>, number] {
  const box = useRef<Box>(null)
  const [width, setWidth] = useState(assumed)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth || assumed)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [assumed])
  return [box, width]
}
