import type { TouchpointView } from '@suixing/contracts'

const open: readonly TouchpointView['state'][] = ['planned', 'due', 'claimed', 'handed-over']

/** What still comes, soonest first, then what has been, latest first. */
export function touchpointOrder(touchpoints: readonly TouchpointView[]): {
  coming: TouchpointView[]
  past: TouchpointView[]
} {
  const byDue = [...touchpoints].sort((a, b) => a.due.localeCompare(b.due))
  return {
    coming: byDue.filter(({ state }) => open.includes(state)),
    past: byDue.filter(({ state }) => !open.includes(state)).reverse(),
  }
}
