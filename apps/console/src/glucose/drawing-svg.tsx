import { lightPalette, toSvg, type Drawing } from '@suixing/charts'
import { createElement } from 'react'

/** A drawing of the chart package as SVG. `label` is what a screen reader says in its place. */
export function DrawingSvg({ drawing, label }: { drawing: Drawing; label: string }) {
  return (
    <svg
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={label}
      style={{ display: 'block' }}
    >
      {toSvg(drawing, lightPalette).map(({ key, tag, attributes, text }) =>
        createElement(tag, { key, ...attributes }, text),
      )}
    </svg>
  )
}
